/**
 * Fits glossary/weights.json on the labelled passages and test/unit/cases/senses.txt, and prints what 5-fold cross-validation says; passages of one
 * source stay in one fold. `--dry` writes nothing, `--errors` lists what cross-validation gets wrong.
 * usage: npm run context:fit
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decide, weigh } from '../glossary/context';
import { readCues } from '../glossary/cues';
import { gather } from '../glossary/evidence';
import { createMatcher } from '../glossary/matcher';
import type { Weights } from '../glossary/score';
import { isSettled } from '../glossary/surroundings';
import { pageOfCase, parseCases } from './cases';
import { type Labelled, labelledOf, originOf, PASSAGES_FILE, readPassages } from './labelled';
import { fitWeights, type Sample } from './logistic';
import { readGlossary } from './read-glossary';

const FOLDS = 5;
const PENALTY = 0.003;
/** Short invented pages count less than real ones. */
const OWN_WEIGHT = 0.5;
const CASES_FILE = fileURLToPath(new URL('../test/unit/cases/senses.txt', import.meta.url));
const WEIGHTS_FILE = fileURLToPath(new URL('../glossary/weights.json', import.meta.url));

/** What may only speak for a meaning; all else, a form by itself too, only against it. */
function signOf(name: string): -1 | 1 {
  if (/(cancer terms|cancer words|: medicine|company|own words|fits|beside|sure)/.test(name)) return 1;
  return -1;
}

function samplesOf(items: Labelled[]): Sample[] {
  const count = new Map<string, number>();
  const keyOf = (i: Labelled) => `${i.passage.id} ${i.gold.surface} ${i.gold.sense}`;
  for (const item of items) count.set(keyOf(item), (count.get(keyOf(item)) ?? 0) + 1);
  return items.flatMap((item) =>
    item.weighed
      .filter((w) => !w.expansion && !isSettled(w.around))
      .map(
        (w): Sample => ({
          features: w.features,
          label: item.gold.sense === 'other' ? 0 : 1,
          // A passage that says one word thirty times is not thirty passages.
          weight: 1 / Math.sqrt(count.get(keyOf(item)) as number),
        }),
      ),
  );
}

/** A number from 0 to 1 that depends on the text alone, so that folds stay the same. */
function spread(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 15), 2246822507);
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
}

const passages = readPassages();
if (!passages) {
  console.log(`${PASSAGES_FILE} is not here, so there is nothing to fit on.`);
  process.exit(0);
}
const glossary = readGlossary();
const matcher = createMatcher(glossary.forms);
const cues = readCues(glossary.context);
const all = await labelledOf(passages, matcher, cues);
const ambiguous = all.filter((item) => item.gold.ambiguous);
/** What is fitted on: forms that need context, though the labels call them clear, too. */
const fitted = all.filter((item) => item.gold.ambiguous || !item.clear);
/** The project's own cases of both senses, in other styles than the passages have. */
const own = parseCases(CASES_FILE, readFileSync(CASES_FILE, 'utf8')).flatMap((one) => {
  const page = pageOfCase(one, matcher);
  const weighed = weigh(page, matcher, cues, gather(page, matcher, cues));
  return one.marks.flatMap(({ block, start, end, meant }) =>
    weighed
      .filter((w) => w.block === block && w.candidate.start < end && w.candidate.end > start)
      .filter((w) => !w.expansion && !isSettled(w.around))
      .map((w): Sample => ({ features: w.features, label: meant ? 1 : 0, weight: OWN_WEIGHT })),
  );
});
const accepts = (item: Labelled, weights: Weights) =>
  item.clear || item.weighed.some((w) => decide(w, weights));

for (const by of ['document', 'site'] as const) {
  const found: [Labelled, boolean][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (item: Labelled) => Math.floor(spread(originOf(item.passage, by)) * FOLDS) === fold;
    const weights = fitWeights([...own, ...samplesOf(fitted.filter((i) => !inFold(i)))], PENALTY, signOf);
    for (const item of ambiguous.filter(inFold)) found.push([item, accepts(item, weights)]);
  }
  const count = (accepted: boolean, sense: string) =>
    found.filter(([i, a]) => a === accepted && i.gold.sense === sense).length;
  const right = count(true, 'leukemia-glossary');
  const wrong = count(true, 'other');
  const missed = count(false, 'leukemia-glossary');
  console.log(
    `${FOLDS}-fold cross-validation by ${by}: precision ${(right / (right + wrong)).toFixed(4)} (${wrong} wrong), ` +
      `recall ${(right / (right + missed)).toFixed(4)} (${missed} missed of ${right + missed})`,
  );
  if (process.argv.includes('--errors') && by === 'document')
    for (const [{ passage, gold, weighed, clear }, accepted] of found) {
      if (accepted === (gold.sense === 'leukemia-glossary')) continue;
      const text = passage.text.slice(Math.max(0, gold.start - 60), gold.end + 50).replace(/\s+/g, ' ');
      console.log(
        `${accepted ? 'WRONG ' : 'MISSED'} ${passage.id.slice(0, 5)} ${gold.surface}${clear ? ' (clear)' : ''}${weighed.length ? '' : ' (no form)'}: ${text}`,
      );
      for (const w of weighed)
        console.log(
          `         ${w.expansion ? `expansion ${w.expansion.ours} ${w.expansion.long} | ` : ''}${Object.entries(
            w.features,
          )
            .filter(([, x]) => x)
            .map(([n, x]) => `${n} ${x.toFixed(1)}`)
            .join(', ')} | ${w.evidence.againstWords.join(' ')}`,
        );
    }
}
const clear = all.filter((i) => !i.gold.ambiguous && i.gold.sense === 'leukemia-glossary');
const weights = fitWeights([...own, ...samplesOf(fitted)], PENALTY, signOf);
const covered = clear.filter((i) => accepts(i, weights));
console.log(`unambiguous: ${covered.length} of ${clear.length} found`);
for (const i of clear)
  if (!covered.includes(i)) console.log(`  not found: ${i.gold.surface} (${i.passage.id})`);
console.log(weights);
if (!process.argv.includes('--dry')) {
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, null, 2)}\n`);
  console.log('glossary/weights.json written');
}
