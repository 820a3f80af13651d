/**
 * Prints precision, recall and F1 of what is accepted, by form and in total, with the errors: on the project's own
 * tables of cases, and on the labelled passages where they are at hand.
 * usage: npm run eval [-- --all] (--all lists every form, not only those with errors)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decide } from '../glossary/context';
import { readCues } from '../glossary/cues';
import { createMatcher } from '../glossary/matcher';
import { parseCases, tryCase } from './cases';
import { explain } from './explain';
import { labelledOf, PASSAGES_FILE, readPassages } from './labelled';
import { readGlossary } from './read-glossary';

const CASES_DIR = fileURLToPath(new URL('../test/unit/cases/', import.meta.url));

interface Item {
  form: string;
  meant: boolean;
  accepted: boolean;
  note: string;
}

function report(name: string, items: Item[]): void {
  const score = (some: Item[]) => {
    const right = some.filter((i) => i.meant && i.accepted).length;
    const wrong = some.filter((i) => !i.meant && i.accepted).length;
    const missed = some.filter((i) => i.meant && !i.accepted).length;
    const precision = right + wrong ? right / (right + wrong) : 1;
    const recall = right + missed ? right / (right + missed) : 1;
    const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
    const figure = (value: number) => Number(value.toFixed(3));
    return {
      'meant / not': `${right + missed} / ${some.length - right - missed}`,
      wrong,
      missed,
      precision: figure(precision),
      recall: figure(recall),
      F1: figure(f1),
    };
  };
  console.log(`\n${name}`);
  const byForm = Map.groupBy(items, (i) => i.form);
  const rows = [...byForm]
    .map(([form, some]) => ({ form, ...score(some) }))
    .filter((row) => row.wrong || row.missed || process.argv.includes('--all'))
    .sort((a, b) => b.wrong + b.missed - (a.wrong + a.missed));
  console.table([...rows, { form: 'ALL FORMS', ...score(items) }]);
  for (const { meant, accepted, form, note } of items)
    if (meant !== accepted) console.log(`${accepted ? 'wrong ' : 'missed'} ${form}: ${note}`);
}

const glossary = readGlossary();
const matcher = createMatcher(glossary.forms);
const cues = readCues(glossary.context);
const near = (text: string, start: number, end: number) =>
  text.slice(Math.max(0, start - 60), end + 50).replace(/\s+/g, ' ');

for (const file of readdirSync(CASES_DIR).sort()) {
  const cases = parseCases(file, readFileSync(CASES_DIR + file, 'utf8'));
  const outcomes = cases.flatMap((one) => tryCase(one, matcher, cues));
  report(
    `${file}: ${cases.length} pages`,
    outcomes.map((o) => ({
      form: o.text.toLowerCase(),
      meant: o.meant,
      accepted: o.accepted,
      note: `line ${o.case.line}${o.matched ? '' : ', no form'}: ${o.reason ? explain(o.reason) : ''}`,
    })),
  );
}

const passages = readPassages();
if (!passages) console.log(`\n${PASSAGES_FILE} is not here: the labelled passages are left out.`);
else {
  const labelled = await labelledOf(passages, matcher, cues);
  for (const ambiguous of [true, false])
    report(
      `${passages.length} labelled passages, ${ambiguous ? 'ambiguous' : 'unambiguous'} occurrences (the weights were fitted on them: npm run context:fit cross-validates)`,
      labelled
        .filter((l) => l.gold.ambiguous === ambiguous)
        .map(({ gold, passage, clear, weighed }) => ({
          form: gold.surface.toLowerCase(),
          meant: gold.sense === 'leukemia-glossary',
          accepted: clear || weighed.some((w) => decide(w)),
          note: `${passage.id.slice(0, 5)} ${near(passage.text, gold.start, gold.end)}`,
        })),
    );
}
