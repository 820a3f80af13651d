import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { packBeside } from './beside';
import { inOrder } from './compile';
import { type ContextTable, packWords, type TopicKind } from './cues';
import { isAcronym } from './form-facts';
import { patternsOf } from './forms';
import { GlossaryError, type Term } from './schema';
import { british } from './spelling';

const FILE = 'context.yaml';
const words = v.pipe(
  v.string(),
  v.transform((text) => text.trim().split(/\s+/)),
);
const list = v.optional(v.array(v.union([v.string(), v.number()])), []);

const SPEAKS: Record<string, TopicKind> = {
  cancer: 'c',
  medicine: 'm',
  'other-care': 'o',
  illness: 'i',
  nothing: 'n',
  elsewhere: 'e',
};

/** The lists of words beside a form, in the order of the table. */
const SIDES = ['before', 'after', 'not-before', 'not-after'] as const;

/** What speaks for a meaning; of all else a reader is told what it is about. */
const FOR = new Set(['cancer', 'medicine']);

const contextSchema = v.strictObject({
  topics: v.record(
    v.string(),
    v.strictObject({
      speaks: v.picklist(['cancer', 'medicine', 'other-care', 'illness', 'nothing', 'elsewhere']),
      words,
    }),
  ),
  medicine: words,
  common: words,
  telling: words,
  sure: v.array(v.string()),
  guarded: v.array(v.string()),
  wary: v.array(v.string()),
  hyphen: v.array(v.string()),
  beside: v.record(
    v.string(),
    v.strictObject({ before: list, after: list, 'not-before': list, 'not-after': list }),
  ),
});
export type ContextSource = v.InferOutput<typeof contextSchema>;

/**
 * Reads glossary/context.yaml.
 * @throws GlossaryError naming the field and the reason
 */
export function parseContext(text: string): ContextSource {
  let raw: unknown;
  try {
    raw = parseYaml(text);
  } catch (error) {
    throw new GlossaryError(FILE, 'yaml', (error as Error).message);
  }
  const result = v.safeParse(contextSchema, raw);
  if (!result.success) {
    const issue = result.issues[0];
    throw new GlossaryError(FILE, v.getDotPath(issue) ?? 'file', issue.message);
  }
  return result.output;
}

/** A word as the page's words are compared: small letters, no plural s. */
export function cueWord(word: string): string {
  const small = word.toLowerCase();
  return small.length > 3 && small.endsWith('s') && !/(ss|us|is)$/.test(small) ? small.slice(0, -1) : small;
}

/** Whether a text's words can be that word: letters and digits without a sign between them, and more than one. */
const isFound = (word: string) => /^[a-z0-9]{2,}$/.test(word);

/**
 * Whether a topic that a concept's other meanings touch is against the concept. What belongs to any medicine keeps its
 * meaning when the text is about another illness: nausea in pregnancy is nausea.
 */
function isAgainst(kind: TopicKind, medicine: boolean): boolean {
  return kind === 'e' || kind === 'n' || ((kind === 'o' || kind === 'i') && !medicine);
}

/**
 * Checks glossary/context.yaml against the concepts and makes the table that the content script carries.
 *
 * A topic of other care, or of another world, is against a concept when the concept's `other` meanings name one of its words.
 * @throws GlossaryError naming the field and the reason
 */
export function compileContext(unsorted: Term[], source: ContextSource): ContextTable {
  const terms = inOrder(unsorted);
  const known = new Map(terms.map((t, i) => [t.id, i]));
  const number = (id: string, field: string) => {
    const at = known.get(id);
    if (at === undefined) throw new GlossaryError(FILE, field, `there is no concept "${id}"`);
    return at;
  };
  const names = Object.keys(source.topics);
  const topicOf = new Map<string, number>();
  /** The topic of each word of a topic, in either spelling. */
  const spelled = new Map<string, number>();
  names.forEach((name, topic) => {
    for (const word of source.topics[name].words.map(cueWord)) {
      if (topicOf.has(word)) continue;
      topicOf.set(word, topic);
      for (const spelling of [word, british(word)])
        if (spelling && isFound(spelling)) spelled.set(spelling, topic);
    }
  });
  /** What is looked for in a text: the words of the topics, then those of the concepts. */
  const found = names.flatMap((_, topic) =>
    [...spelled.keys()].filter((word) => spelled.get(word) === topic),
  );
  const numbers = new Map(found.map((word, at) => [word, at]));
  const numberOf = (word: string) => {
    const at = numbers.get(word) ?? found.push(word) - 1;
    numbers.set(word, at);
    return at;
  };
  const medicine = source.medicine.map((id) => number(id, 'medicine'));
  const common = source.common.map((id) => number(id, 'common'));
  const telling = source.telling.map((id) => number(id, 'telling'));
  const allForms = terms.flatMap((t) => t.forms);
  const patterns = (field: 'sure' | 'guarded' | 'wary' | 'hyphen') =>
    source[field].flatMap((text) => {
      const form = allForms.find((f) => f.text === text);
      if (!form?.context) throw new GlossaryError(FILE, field, `"${text}" is no form that needs context`);
      return patternsOf(form).map((p) => p.pattern);
    });
  const lists = (['sure', 'guarded', 'wary', 'hyphen'] as const).map((field) => patterns(field).join('\t'));
  for (const id of Object.keys(source.beside)) number(id, 'beside');
  const speaks = (topic: number) => SPEAKS[source.topics[names[topic]].speaks];
  const concepts = terms.flatMap((term, at) => {
    if (!term.forms.some((f) => f.context)) return [];
    const against = new Set<number>();
    for (const cue of term.other.flatMap((o) => o.cues)) {
      const topic = topicOf.get(cueWord(cue));
      if (topic !== undefined && isAgainst(speaks(topic), medicine.includes(at))) against.add(topic);
    }
    const beside = source.beside[term.id];
    const guarded = term.forms.some((f) => source.guarded.includes(f.text) || source.wary.includes(f.text));
    // Abbreviations and guarded forms need words of their own; for treatment words the shared topics say as much.
    const needsOwn = guarded || term.forms.some((f) => f.context && isAcronym(f.text));
    const words = needsOwn ? term.cues : [];
    const own = new Set(words.map(cueWord).filter((w) => isFound(w) && !topicOf.has(w)));
    const sides = SIDES.map((side) => {
      const list = (beside?.[side] ?? []).map((word) => cueWord(String(word)));
      const long = list.find((word) => word.split('-').length > 2);
      if (long)
        throw new GlossaryError(FILE, `beside.${term.id}.${side}`, `"${long}" is more than two words`);
      return packBeside(list, side.endsWith('before'));
    });
    // Everyday words that need a word of their own near are many on any page: only where that word can be is more asked.
    const isEveryday = term.forms.some((f) => source.guarded.includes(f.text) && !isAcronym(f.text));
    const spelledOut = isEveryday ? [...own].join(' ') : '';
    return [
      [
        at,
        [...against].sort((a, b) => a - b).join(' '),
        [...own].map(numberOf).join(' '),
        spelledOut,
        ...sides,
      ]
        .join('\t')
        .trimEnd(),
    ];
  });
  return [
    names.map((name) => SPEAKS[source.topics[name].speaks]).join(''),
    names.map((name) => (FOR.has(source.topics[name].speaks) ? '' : name)).join('\t'),
    names.map((_, topic) => [...spelled.values()].filter((own) => own === topic).length).join(' '),
    packWords(found),
    ...[medicine, common, telling].map((list) => list.join(' ')),
    ...lists,
    ...concepts,
  ].join('\n');
}
