import * as v from 'valibot';

/** The key in `browser.storage.session` where the background leaves what the panel is to show. */
export const PANEL_TARGET_KEY = 'panel-target';

const targetSchema = v.object({
  concept: v.optional(v.string()),
  query: v.optional(v.string()),
  windowId: v.optional(v.number()),
});

/** What the panel is to show: a concept, the answer to a search, or, with neither, the view that it shows anyway. */
export interface PanelTarget {
  concept?: string;
  query?: string;
}

/** The panel's address for a target: `#concept-id` or `#/find/…`. */
export function panelHash({ concept, query }: PanelTarget): string {
  if (concept) return `#${concept}`;
  return query ? `#/find/${encodeURIComponent(query)}` : '';
}

/** A stored target, or undefined when it is none, or meant for another window. */
export function readTarget(stored: unknown, windowId: number | undefined): PanelTarget | undefined {
  const parsed = v.safeParse(targetSchema, stored);
  if (!parsed.success) return undefined;
  const { windowId: meant, ...target } = parsed.output;
  return meant === undefined || windowId === undefined || meant === windowId ? target : undefined;
}
