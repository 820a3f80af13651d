/** What runs in the measured page: the project's own way of the text, and others that do the same, one beside the other. */

import cueTable from 'virtual:termlight/context';
import builtIn from 'virtual:termlight/forms';
import AdvancedMark from 'advanced-mark.js';
import Mark from 'mark.js';
import AhoCorasick from 'modern-ahocorasick';
import { matchAt } from '../../entrypoints/content/hit-test';
import { findHotTexts } from '../../entrypoints/content/hot-texts';
import type { Match } from '../../entrypoints/content/match';
import type { Pacer } from '../../entrypoints/content/pacer';
import { PageModel } from '../../entrypoints/content/page-model';
import { createHighlightPainter } from '../../entrypoints/content/painters/highlight';
import type { Painter } from '../../entrypoints/content/painters/painter';
import { Session } from '../../entrypoints/content/session';
import { createMarkPainter } from '../../entrypoints/marks/mark-painter';
import { judge } from '../../glossary/context';
import { readCues } from '../../glossary/cues';
import { packForms, UnpackedForms } from '../../glossary/form-table';
import { createMatcher, type Matcher } from '../../glossary/matcher';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { randomFrom } from './pages';

/** Never ends a slice: what is measured is the work, not the waiting. */
const unpaced = { due: false, rest: async () => undefined } as unknown as Pacer;

let matcher: Matcher;
let cues: ReturnType<typeof readCues>;
let pristine = '';
let session: Session | undefined;
const root = () => document.getElementById('page') as HTMLElement;

/** The built-in table, and as many made-up forms as are missing to a number. */
function tableOf(forms: number): string {
  const { concepts, forms: own } = new UnpackedForms(builtIn);
  if (forms <= own.length) return builtIn;
  const random = randomFrom(7);
  const syllables = 'ba ce di fo gu ha ke li mo nu pa qui re so tu va we xi yo za bre cla dri flo gru'.split(
    ' ',
  );
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join('');
  const entries = concepts.map(({ id, tier }, concept) => ({
    id,
    tier,
    patterns: own.filter((form) => form.concept === concept),
  }));
  for (let i = own.length; i < forms; i++) {
    const pattern = random() < 0.5 ? word() : `${word()} ${word()}`;
    entries.push({
      id: `made-up-${i}`,
      tier: 'c',
      patterns: [{ pattern, exact: false, plural: true, context: false } as never],
    });
  }
  return packForms(entries);
}

const patterns = () => matcher.forms.map((form) => form.pattern);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s-]');
let combined: RegExp;
let automaton: AhoCorasick;

const contenders: Record<string, () => unknown> = {
  'bare read': () => {
    const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
    return length;
  },
  termlight: async () => {
    session = new Session(
      matcher,
      async () => DEFAULT_SETTINGS,
      () => undefined,
      new AbortController().signal,
    );
    session.judge = (page, forms) => judge(page, forms, cues);
    const hot = await findHotTexts(root(), matcher, unpaced);
    await session.readBlocks(hot, unpaced);
    await session.decide();
    return session.page.lit.length;
  },
  'mark.js, one regular expression': () => new Mark(root()).markRegExp(combined),
  'advanced-mark.js, one regular expression': () => new AdvancedMark(root()).markRegExp(combined),
  'mark.js list': () => new Mark(root()).mark(patterns(), { separateWordSearch: false, accuracy: 'exactly' }),
  'modern-ahocorasick, search only': () => automaton.search(root().textContent.toLowerCase()),
};

/** A list of matches of one word, as the painters take them. */
async function matchesOf(word: string, count = Number.POSITIVE_INFINITY): Promise<Match[]> {
  const own = createMatcher(
    packForms([
      { id: word, tier: 'c', patterns: [{ pattern: word, exact: false, plural: false, context: false }] },
    ]),
  );
  const model = new Session(
    own,
    async () => DEFAULT_SETTINGS,
    () => undefined,
    new AbortController().signal,
  );
  await model.readBlocks(await findHotTexts(root(), own, unpaced), unpaced);
  return model.page.blocks.flatMap((block) => [...model.page.matchesIn(block)]).slice(0, count);
}

const look = { style: 'underline' as const, print: false };
const laidOut = () => root().getBoundingClientRect().height;

const bench = {
  /** Makes ready for a number of forms; returns what making the built-in table ready took, in milliseconds. */
  setUp(forms: number): number {
    const table = tableOf(forms);
    const from = performance.now();
    matcher = createMatcher(table);
    const took = performance.now() - from;
    cues = readCues(cueTable);
    pristine = root().innerHTML;
    return took;
  },
  /** Makes ready what only some contenders need. */
  setUpOthers(): void {
    combined = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${patterns()
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})(?![\\p{L}\\p{N}])`,
      'giu',
    );
    automaton = new AhoCorasick(patterns().map((p) => p.toLowerCase()));
  },
  reset(): void {
    session?.page.painter?.clear();
    session = undefined;
    root().innerHTML = pristine;
    laidOut();
  },
  /** Runs a contender once; milliseconds. */
  async time(name: string): Promise<number> {
    const from = performance.now();
    await contenders[name]();
    return performance.now() - from;
  },
  /** What each stage of the whole way takes; milliseconds. */
  async stages(): Promise<Record<string, number>> {
    const out: Record<string, number> = {};
    let from = performance.now();
    const lap = (name: string) => {
      const now = performance.now();
      out[name] = now - from;
      from = now;
    };
    session = new Session(
      matcher,
      async () => DEFAULT_SETTINGS,
      () => undefined,
      new AbortController().signal,
    );
    const hot = await findHotTexts(root(), matcher, unpaced);
    lap('read and match');
    await session.readBlocks(hot, unpaced);
    lap('read blocks');
    session.judge = (page, forms) => judge(page, forms, cues);
    await session.decide();
    lap('judge, choose and paint');
    out.hot = hot.length;
    out.blocks = session.page.blocks.length;
    out.candidates = session.page.all.length;
    out.lit = session.page.lit.length;
    return out;
  },
  /** Paints and clears occurrences of a word, with layout. */
  async paint(
    kind: string,
    word: string,
    count: number,
  ): Promise<{ matches: number; paint: number; clear: number }> {
    const matches = await matchesOf(word, count);
    for (const match of matches) void match.range;
    laidOut();
    const from = performance.now();
    let painter: Painter | undefined;
    if (kind === 'mark.js') new Mark(root()).markRegExp(new RegExp(`\\b${word}\\b`, 'g'));
    else {
      painter = kind === 'highlights' ? createHighlightPainter(look) : createMarkPainter(look);
      painter.update(matches, []);
    }
    laidOut();
    const painted = performance.now();
    if (painter) painter.clear();
    else new Mark(root()).unmark();
    laidOut();
    return { matches: matches.length, paint: painted - from, clear: performance.now() - painted };
  },
  /** Milliseconds of one pointer move with all occurrences of a word lit, the mean over many points. */
  async pointer(word: string): Promise<number> {
    const matches = await matchesOf(word);
    const model = new PageModel(matcher);
    for (const block of new Set(matches.map((match) => match.block)))
      model.add(
        block,
        matches.filter((match) => match.block === block),
      );
    await model.decide(
      (page) => ({
        decisions: page.blocks.flatMap((b, block) =>
          b.candidates.map((candidate) => ({
            block,
            candidate,
            accepted: true,
            reason: { code: 'unambiguous' as const },
          })),
        ),
        cancerPage: true,
      }),
      { occurrences: 'every', density: 0, supporting: 'always', everyday: true, hidden: new Set() },
      () => true,
      unpaced,
    );
    const painter = createHighlightPainter(look);
    painter.update(model.lit, []);
    laidOut();
    const points = 400;
    const from = performance.now();
    for (let i = 0; i < points; i++) matchAt(model, 10 + ((i * 37) % 900), 10 + ((i * 53) % 700));
    const took = performance.now() - from;
    painter.clear();
    return took / points;
  },
};
Object.assign(globalThis, { bench });
