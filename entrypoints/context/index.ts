import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { judge } from '../../glossary/context';
import { offerPart } from '../../lib/parts';

/** What decides about candidates, with its tables of cue words: loaded only by pages that have candidates. */
export interface ContextPart {
  judge: typeof judge;
}

export default defineUnlistedScript(() => {
  offerPart('context', { judge } satisfies ContextPart);
});
