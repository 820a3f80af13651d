/**
 * The page side's checks of what comes in: small and without a validator, since every page with terms loads them, with
 * context.js and reader.js. That they allow just what the schemas in messages.ts allow is kept by a test.
 */
import type { PanelRequest, TabMessage } from './messages';

const keysAre = (value: object, ...keys: string[]) =>
  Object.keys(value).length === keys.length && keys.every((key) => key in value);

const TAB_MESSAGES: readonly unknown[] = ['next-term', 'previous-term', 'close-card', 'has-terms'];

/** A message from the background, or undefined for anything else. */
export function asTabMessage(raw: unknown): TabMessage | undefined {
  if (typeof raw !== 'object' || raw === null || !keysAre(raw, 'type')) return undefined;
  return TAB_MESSAGES.includes((raw as TabMessage).type) ? (raw as TabMessage) : undefined;
}

/** A request from popup or panel, or undefined for anything else. */
export function asPanelRequest(raw: unknown): PanelRequest | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const request = raw as PanelRequest;
  const fits =
    request.type === 'page-terms'
      ? keysAre(raw, 'type', 'rejected') && typeof request.rejected === 'boolean'
      : request.type === 'jump-to' &&
        keysAre(raw, 'type', 'frame', 'key') &&
        typeof request.frame === 'string' &&
        Number.isInteger(request.key) &&
        request.key >= 0;
  return fits ? request : undefined;
}
