import type { Judge } from './page-model';

/** What can be said before the tables of cue words are there: a form with one meaning is meant so. */
export const firstJudge: Judge = ({ blocks }, matcher) => ({
  decisions: blocks.flatMap(({ candidates }, block) =>
    candidates.map((candidate) => ({
      block,
      candidate,
      accepted: !matcher.form(candidate.form).context,
      reason: { code: 'unambiguous' as const },
    })),
  ),
  cancerPage: false,
});
