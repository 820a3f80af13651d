/**
 * Fits glossary/weights.json on the labelled passages and test/unit/cases/senses.txt, and prints what 5-fold
 * cross-validation says; passages of one source stay in one fold. `--dry` writes nothing, `--errors` lists what
 * cross-validation gets wrong. Skipped with a message where the labelled passages are absent.
 * usage: npm run context:fit [-- --dry --errors]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decide, weigh } from '../glossary/context';
import { readCues } from '../glossary/cues';
import { createMatcher } from '../glossary/matcher';
import { featureNames, tableOf, type WeightTable } from '../glossary/score';
import type { Weighed } from '../glossary/weighed';
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

/** What may only speak for a meaning; all else, a form by itself too, may only speak against it. */
function signOf(name: string): -1 | 1 {
  return /(cancer terms|cancer words|: medicine|company|own words|fits|beside|sure|telling)/.test(name)
    ? 1
    : -1;
}

const namedFeatures = ({ features, form }: Weighed): Record<string, number> =>
  Object.fromEntries(featureNames(form.medicine).map((name, i) => [name, features[i]]));

function samplesOf(items: Labelled[]): Sample[] {
  const keyOf = (i: Labelled) => `${i.passage.id} ${i.gold.surface} ${i.gold.sense}`;
  const groups = Map.groupBy(items, keyOf);
  return items.flatMap((item) =>
    item.weighed
      .filter((w) => w.evidence)
      .map(
        (w): Sample => ({
          features: namedFeatures(w),
          label: item.gold.sense === 'other' ? 0 : 1,
          // A passage that says one word thirty times is not thirty passages.
          weight: 1 / Math.sqrt(groups.get(keyOf(item))?.length ?? 1),
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
const all = await labelledOf(passages, matcher, cues, false);
const ambiguous = all.filter((item) => item.gold.ambiguous);
/** What is fitted on: forms that need context, though the labels call them clear, too. */
const fitted = all.filter((item) => item.gold.ambiguous || !item.clear);
/** The project's own cases of both senses, in other styles than the passages have. */
const own = parseCases(CASES_FILE, readFileSync(CASES_FILE, 'utf8')).flatMap((one) => {
  const page = pageOfCase(one, matcher);
  const { weighed } = weigh(page, matcher, cues, undefined, false);
  return one.marks.flatMap(({ block, start, end, meant }) =>
    weighed
      .filter((w) => {
        const candidate = page.blocks[w.block].candidates[w.index];
        return w.block === block && candidate.start < end && candidate.end > start && w.evidence;
      })
      .map((w): Sample => ({ features: namedFeatures(w), label: meant ? 1 : 0, weight: OWN_WEIGHT })),
  );
});
const fitOn = (items: Labelled[]) => fitWeights([...own, ...samplesOf(items)], PENALTY, signOf);
const accepts = (item: Labelled, table: WeightTable) =>
  item.clear || item.weighed.some((w) => decide(w, table));

function listErrors(found: [Labelled, boolean][]): void {
  for (const [{ passage, gold, weighed, clear }, accepted] of found) {
    if (accepted === (gold.sense === 'leukemia-glossary')) continue;
    const text = passage.text.slice(Math.max(0, gold.start - 60), gold.end + 50).replace(/\s+/g, ' ');
    const how = clear ? ' (a clear form)' : weighed.length ? '' : ' (no form)';
    console.log(`${accepted ? 'WRONG ' : 'MISSED'} ${passage.id.slice(0, 5)} ${gold.surface}${how}: ${text}`);
    for (const w of weighed) {
      const values = Object.entries(w.evidence ? namedFeatures(w) : {}).filter(([, x]) => x);
      console.log(
        `         ${w.expansion?.long ?? ''} ${values.map(([n, x]) => `${n} ${x.toFixed(1)}`).join(', ')}`,
      );
    }
  }
}

for (const by of ['document', 'site'] as const) {
  const found: [Labelled, boolean][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (item: Labelled) => Math.floor(spread(originOf(item.passage, by)) * FOLDS) === fold;
    const table = tableOf(fitOn(fitted.filter((item) => !inFold(item))));
    for (const item of ambiguous.filter(inFold)) found.push([item, accepts(item, table)]);
  }
  const count = (accepted: boolean, sense: string) =>
    found.filter(([item, a]) => a === accepted && item.gold.sense === sense).length;
  const right = count(true, 'leukemia-glossary');
  const wrong = count(true, 'other');
  const missed = count(false, 'leukemia-glossary');
  console.log(
    `${FOLDS}-fold cross-validation by ${by}: precision ${(right / (right + wrong)).toFixed(4)} (${wrong} wrong), ` +
      `recall ${(right / (right + missed)).toFixed(4)} (${missed} missed of ${right + missed})`,
  );
  if (process.argv.includes('--errors') && by === 'document') listErrors(found);
}
const weights = fitOn(fitted);
const table = tableOf(weights);
const clear = all.filter((item) => !item.gold.ambiguous && item.gold.sense === 'leukemia-glossary');
const lost = clear.filter((item) => !accepts(item, table));
console.log(`unambiguous: ${clear.length - lost.length} of ${clear.length} found`);
for (const item of lost) console.log(`  not found: ${item.gold.surface} (${item.passage.id})`);
console.log(weights);
if (!process.argv.includes('--dry')) {
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, null, 2)}\n`);
  console.log('glossary/weights.json written');
}
