import table from 'virtual:termlight/context';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Judgement, judge, type Page } from '../../glossary/context';
import { readCues } from '../../glossary/cues';
import type { Matcher } from '../../glossary/matcher';
import { offerPart } from '../../lib/parts';

/** What decides about candidates, with its tables of cue words: loaded only by pages that have candidates. */
export interface ContextPart {
  judge: (page: Page, matcher: Matcher) => Judgement;
}

export default defineUnlistedScript(() => {
  const cues = readCues(table);
  offerPart('context', { judge: (page, matcher) => judge(page, matcher, cues) } satisfies ContextPart);
});
