import type { Judge } from './page-model';

/** What can be said before the tables of cue words are there: a form with one meaning is meant so. */
export const firstJudge: Judge = ({ blocks }, { forms }) => ({
  decisions: blocks.flatMap(({ candidates }, block) =>
    candidates.map((candidate) => ({
      block,
      candidate,
      accepted: !forms[candidate.form].context,
      reason: { code: 'unambiguous' as const },
    })),
  ),
  cancerPage: false,
});
