/**
 * Checks every term file, each by itself and all together, prints a table and fails with file and reason.
 * usage: npm run glossary:check [-- concept-id …]
 */
import { readFileSync } from 'node:fs';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { compile } from '../glossary/compile';
import { createMatcher, type Matcher } from '../glossary/matcher';
import { type Block, CATEGORIES, GlossaryError, type Sources, type Term } from '../glossary/schema';
import { readSources, readTerm, termFiles } from './read-glossary';

const PLAIN_MAX_WORDS = 45;
const PLAIN_MAX_GRADE = 8;
const MEDIAN_MAX_GRADE = 7;
const MIN_CONCEPTS_WITH_NOTES = 60;
const DANGERS = [
  'cytokine-release-syndrome',
  'icans',
  'infusion-reaction',
  'serious-infection',
  'fever',
  'veno-occlusive-disease',
  'hepatitis-b-reactivation',
];
/** Words that every reader of such a page knows: a definition may use them without a link. */
const KNOWN = new Set(['leukemia', 'leukemia-cell', 'chemotherapy', 'acute-lymphocytic-leukemia']);
/** A note that says so is true only where what it was chosen for is what its term's sentence is about. */
const POINTS = /\bhere\b|\bthis (?:\w+ )?(?:first|second|last)\b/i;

const LIST = new URL('../glossary/concepts.txt', import.meta.url);
const expected = readFileSync(LIST, 'utf8').split('\n').filter(Boolean);

const wanted = new Set(process.argv.slice(2));
const errors: string[] = [];
const complain = (file: string, field: string, reason: string) => errors.push(`${file}: ${field}: ${reason}`);

function readAll(): { terms: Term[]; sources: Sources } {
  const sources = readSources();
  const terms: Term[] = [];
  for (const file of termFiles()) {
    try {
      terms.push(readTerm(file));
    } catch (error) {
      if (!(error instanceof GlossaryError)) throw error;
      errors.push(error.message);
    }
  }
  return { terms, sources };
}

const textOf = (blocks: Block[]) =>
  blocks.map((b) => b.spans.map((s) => (typeof s === 'string' ? s : s.text)).join('')).join('\n');
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
const linksOf = (blocks: Block[]) =>
  blocks.flatMap((b) => b.spans.flatMap((s) => (typeof s === 'string' ? [] : [s.to])));

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Flesch-Kincaid grade of a text without its glossary terms and linked words, which the reader came to learn. */
function gradeOf(blocks: Block[], matcher: Matcher): number {
  let text = textOf(blocks.map((b) => ({ ...b, spans: b.spans.filter((s) => typeof s === 'string') })));
  for (const found of matcher.scan(text).reverse()) text = text.slice(0, found.start) + text.slice(found.end);
  const words = wordsOf(text);
  return fleschKincaid({
    sentence: [...segmenter.segment(text)].filter((s) => wordsOf(s.segment).length).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

/** Harder glossary terms that a section uses though neither it nor Plain links them. */
function unlinked(term: Term, blocks: Block[], matcher: Matcher): string[] {
  const linked = new Set([...linksOf(term.plain), ...linksOf(blocks), term.id, ...KNOWN]);
  const plainText = textOf(
    blocks.map((b) => ({ ...b, spans: b.spans.map((s) => (typeof s === 'string' ? s : ' · ')) })),
  );
  const out = new Set<string>();
  for (const found of matcher.scan(plainText)) {
    const concept = matcher.concepts[found.concept];
    if (concept.tier === 'everyday' || matcher.forms[found.form].context || linked.has(concept.id)) continue;
    out.add(`"${plainText.slice(found.start, found.end)}" (${concept.id})`);
  }
  return [...out];
}

interface Row {
  id: string;
  tier: string;
  category: string;
  forms: number;
  words: number;
  grade: number;
  notes: number;
}

function checkTerm(term: Term, matcher: Matcher): Row {
  const file = `${term.id}.md`;
  const words = wordsOf(textOf(term.plain)).length;
  const grade = gradeOf(term.plain, matcher);
  if (words > PLAIN_MAX_WORDS) complain(file, 'Plain', `${words} words, ${PLAIN_MAX_WORDS} are allowed`);
  if (grade > PLAIN_MAX_GRADE)
    complain(file, 'Plain', `reading grade ${grade.toFixed(1)}, ${PLAIN_MAX_GRADE} is the limit`);
  if (term.category === 'drug' && !term.say) complain(file, 'say', 'a drug needs its pronunciation');
  if (DANGERS.includes(term.id) && !term.danger)
    complain(file, 'danger', 'this effect needs its line of warning');
  if (term.checked > new Date().toISOString().slice(0, 10)) complain(file, 'checked', 'lies in the future');
  const ambiguous = term.forms.some((f) => f.context);
  if (ambiguous && !term.cues.length) complain(file, 'cues', 'a form that needs context needs cues');
  const sections: [string, Block[]][] = [
    ['Plain', term.plain],
    ['Detail', term.detail],
    ...term.notes.map((n): [string, Block[]] => [
      `In context (${n.near.map((a) => a.join(' + ')).join(' | ')})`,
      n.text,
    ]),
  ];
  for (const [name, blocks] of sections) {
    const text = textOf(blocks);
    if (/\byou will\b|\byou'll\b/i.test(text)) complain(file, name, 'promises the reader ("you will")');
    if (name !== 'Plain' && name !== 'Detail' && POINTS.test(text))
      complain(file, name, 'points to where the term stands; it may be chosen for what stands far off');
    for (const use of unlinked(term, blocks, matcher)) complain(file, name, `uses ${use} without a link`);
  }
  return {
    id: term.id,
    tier: term.tier,
    category: term.category,
    forms: term.forms.length,
    words,
    grade,
    notes: term.notes.length,
  };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const { terms, sources } = readAll();
// The table of forms is built from the files that read well, so that one wrong file does not hide what is wrong in another.
let matcher = createMatcher('');
try {
  matcher = createMatcher(compile(terms, sources).forms);
} catch (error) {
  if (!(error instanceof GlossaryError)) throw error;
  errors.push(error.message);
  const lonely = terms.map((t) => ({ ...t, related: [], notes: [], plain: [], detail: [], sources: [] }));
  const seen = new Set<string>();
  const unclashed = lonely.map((t) => ({
    ...t,
    forms: t.forms.filter((f) => !seen.has(f.text.toLowerCase()) && seen.add(f.text.toLowerCase())),
  }));
  try {
    matcher = createMatcher(compile(unclashed, {}).forms);
  } catch {
    console.error('The forms clash, so links and grades are not checked in this run.');
  }
}
const rows = terms.filter((t) => !wanted.size || wanted.has(t.id)).map((t) => checkTerm(t, matcher));

for (const id of wanted)
  if (!termFiles().includes(`${id}.md`)) complain(`${id}.md`, 'file', 'there is none in glossary/terms');

if (!wanted.size) {
  const present = new Set(termFiles().map((f) => f.slice(0, -3)));
  for (const id of expected)
    if (!present.has(id)) complain(`${id}.md`, 'file', 'the concept is in concepts.txt but has no file');
  for (const id of present)
    if (!expected.includes(id)) complain(`${id}.md`, 'file', 'the concept is not in concepts.txt');
  const mentioned = new Set(terms.flatMap((t) => t.related));
  for (const t of terms)
    if (!mentioned.has(t.id)) complain(`${t.id}.md`, 'related', 'no other concept leads here');
  const withNotes = rows.filter((r) => r.notes >= 2).length;
  if (withNotes < MIN_CONCEPTS_WITH_NOTES)
    complain(
      'glossary/terms',
      'In context',
      `${withNotes} concepts have two notes, ${MIN_CONCEPTS_WITH_NOTES} are needed`,
    );
  const grade = median(rows.map((r) => r.grade));
  if (grade > MEDIAN_MAX_GRADE)
    complain(
      'glossary/terms',
      'Plain',
      `median reading grade ${grade.toFixed(1)}, ${MEDIAN_MAX_GRADE} is the limit`,
    );
}

const shown = wanted.size ? errors.filter((e) => wanted.has(e.split('.md')[0])) : errors;
if (wanted.size) console.table(rows.map((r) => ({ ...r, grade: Number(r.grade.toFixed(1)) })));
else {
  console.table(
    CATEGORIES.map((category) => {
      const some = rows.filter((r) => r.category === category);
      return {
        category,
        concepts: some.length,
        forms: some.reduce((sum, r) => sum + r.forms, 0),
        'median words': some.length ? median(some.map((r) => r.words)) : 0,
        'median grade': some.length ? Number(median(some.map((r) => r.grade)).toFixed(1)) : 0,
        'worst grade': some.length ? Number(Math.max(...some.map((r) => r.grade)).toFixed(1)) : 0,
        'two notes or more': some.filter((r) => r.notes >= 2).length,
      };
    }),
  );
  console.log(
    `${rows.length} concepts, ${rows.reduce((s, r) => s + r.forms, 0)} forms, ${rows.filter((r) => r.notes >= 2).length} with two notes or more, ` +
      `median grade ${median(rows.map((r) => r.grade))?.toFixed(1)}, highest ${Math.max(...rows.map((r) => r.grade)).toFixed(1)}`,
  );
}
for (const error of shown) console.error(error);
console.log(shown.length ? `${shown.length} faults` : 'no faults');
process.exitCode = shown.length ? 1 : 0;
