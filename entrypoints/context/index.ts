import table from 'virtual:termlight/context';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readCues } from '../../glossary/cues';
import { offerPart } from '../../lib/parts';
import type { Session } from '../content/session';
import { accompany } from './companions';
import { createPageJudge } from './judge-page';

/**
 * What only pages with candidates need: what decides about them, with its tables of cue words; what keeps up with the
 * page and with the settings; the panel's link; and what brings the other parts.
 */
export interface ContextPart {
  accompany(session: Session): Promise<void>;
}

export default defineUnlistedScript(() => {
  const cues = readCues(table);
  offerPart('context', {
    accompany: (session) => accompany(session, createPageJudge(cues)),
  } satisfies ContextPart);
});
