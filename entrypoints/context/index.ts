import table from 'virtual:termlight/context';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Judgement, judge, type Page } from '../../glossary/context';
import { readCues } from '../../glossary/cues';
import type { Matcher } from '../../glossary/matcher';
import { offerPart } from '../../lib/parts';
import type { PageModel } from '../content/page-model';
import { linkPanel } from '../content/panel-link';
import type { Follower, Session } from '../content/session';
import { createFollower } from './follower';
import { panelSource } from './panel-source';

/**
 * What only pages with candidates need: what decides about them, with its tables of cue words; what keeps up with the
 * page; and the panel's link.
 */
export interface ContextPart {
  judge: (page: Page, matcher: Matcher) => Judgement;
  createFollower(session: Session): Follower;
  /** Answers popup and panel about a page until its session ends. */
  linkPanel(page: PageModel, lifetime: AbortSignal): void;
}

export default defineUnlistedScript(() => {
  const cues = readCues(table);
  offerPart('context', {
    judge: (page, matcher) => judge(page, matcher, cues),
    createFollower,
    linkPanel: (page, lifetime) => linkPanel(panelSource(page), lifetime),
  } satisfies ContextPart);
});
