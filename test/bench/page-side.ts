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
import { type Event as MachineEvent, reduce, type State } from '../../entrypoints/reader/machine';
import { watchPointer } from '../../entrypoints/reader/pointer';
import { judge } from '../../glossary/context';
import { readCues } from '../../glossary/cues';
import { packForms, unpackForms } from '../../glossary/form-table';
import { createMatcher, type Matcher } from '../../glossary/matcher';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { randomFrom, WORDS } from './pages';

/** Never ends a slice: what is measured is the work, not the waiting. */
const unpaced = { due: false, rest: async () => undefined } as unknown as Pacer;

/** Everything that is meant is lit, as the others wrap every occurrence. */
const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  occurrences: 'every',
  density: 0,
  supporting: 'always',
  everyday: true,
};
/** The number of forms that stands for the built-in table as it is. */
const BUILT_IN = 1000;

const tables = new Map<number, string>();
const matchers = new Map<number, Matcher>();
/** What making the table ready took last, in milliseconds. */
let tableTook = 0;
let cues: ReturnType<typeof readCues> | undefined;
let pristine = '';
let session: Session | undefined;
const root = () => document.getElementById('page') as HTMLElement;

/** The built-in table, and as many made-up forms as are missing to a number. */
function tableOf(forms: number): string {
  if (forms <= BUILT_IN) return builtIn;
  const { concepts, forms: own } = unpackForms(builtIn);
  const random = randomFrom(7);
  const syllables = 'ba ce di fo gu ha ke li mo nu pa qui re so tu va we xi yo za bre cla dri flo gru'.split(
    ' ',
  );
  // None that stands in the pages: what is measured is the number of forms, and not of what they find.
  const word = (): string => {
    const length = 2 + Math.floor(random() * 3);
    const made = Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('');
    return WORDS.includes(made) || WORDS.includes(made.replace(/s$/, '')) ? word() : made;
  };
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

/** Made ready when it is first asked for: a page's first reading pays for that. */
function matcherOf(forms: number): Matcher {
  let matcher = matchers.get(forms);
  if (!matcher) {
    const from = performance.now();
    matcher = createMatcher(tables.get(forms) as string);
    tableTook = performance.now() - from;
    matchers.set(forms, matcher);
  }
  return matcher;
}

function begin(forms: number): Session {
  session = new Session(
    matcherOf(forms),
    async () => SETTINGS,
    () => undefined,
    new AbortController().signal,
  );
  session.settings = SETTINGS;
  return session;
}

const judgeWithCues: Session['judge'] = (page, forms) => {
  cues ??= readCues(cueTable);
  return judge(page, forms, cues);
};

const patterns = () => unpackForms(builtIn).forms.map((form) => form.pattern);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s-]');
let combined: RegExp;
let automaton: AhoCorasick;

const contenders: Record<string, (forms: number) => unknown> = {
  'bare read': () => {
    const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
    return length;
  },
  termlight: async (forms) => {
    const begun = begin(forms);
    begun.judge = judgeWithCues;
    const hot = await findHotTexts(root(), begun.matcher, unpaced);
    await begun.readBlocks(hot, unpaced);
    await begun.decide();
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
    async () => SETTINGS,
    () => undefined,
    new AbortController().signal,
  );
  await model.readBlocks(await findHotTexts(root(), own, unpaced), unpaced);
  return model.page.blocks.flatMap((block) => [...model.page.matchesIn(block)]).slice(0, count);
}

type Move = Partial<PointerEvent>;

/** The card's own handler of pointer moves, with the machine behind it: events made by a script would not be trusted. */
function pointerMove(page: PageModel, signal: AbortSignal): (event: Move) => void {
  let onMove: ((event: Move) => void) | undefined;
  const { addEventListener } = window;
  window.addEventListener = (type: string, listener: unknown) => {
    if (type === 'pointermove') onMove = listener as (event: Move) => void;
  };
  let state: State<Match> = { at: 'idle' };
  const dispatch = (event: MachineEvent<Match>) => {
    state = reduce(state, event);
  };
  const matchOfMark = () => undefined;
  try {
    watchPointer(
      {
        matchAt: (x, y) => matchAt(page, x, y),
        matchOfMark,
        dispatch,
        mode: () => 'hover',
        shown: () => undefined,
      },
      signal,
    );
  } finally {
    window.addEventListener = addEventListener;
  }
  if (!onMove) throw new Error('Nothing hears of pointer moves');
  return onMove;
}

const look = { style: 'underline' as const, print: false };
const laidOut = () => root().getBoundingClientRect().height;

const bench = {
  /** Packs tables of so many forms. Nothing of what is measured runs here. */
  setUp(...counts: number[]): void {
    for (const forms of counts) tables.set(forms, tableOf(forms));
    pristine = root().innerHTML;
  },
  /** What making the table ready took, in milliseconds. */
  tableTook: () => tableTook,
  /** How many occurrences are painted or wrapped. */
  painted: (): number => session?.page.lit.length ?? root().querySelectorAll('mark').length,
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
  async time(name: string, forms = BUILT_IN): Promise<number> {
    const from = performance.now();
    await contenders[name](forms);
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
    const begun = begin(BUILT_IN);
    const hot = await findHotTexts(root(), begun.matcher, unpaced);
    lap('read and match');
    await begun.readBlocks(hot, unpaced);
    lap('read blocks');
    begun.judge = (...asked) => {
      lap('choose and paint');
      const judgement = judgeWithCues(...asked);
      lap('judge');
      return judgement;
    };
    const before = performance.now();
    await begun.decide();
    out['choose and paint'] = performance.now() - before - out.judge;
    out.hot = hot.length;
    out.blocks = begun.page.blocks.length;
    out.candidates = begun.page.all.length;
    out.lit = begun.page.lit.length;
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
    const model = new PageModel(matcherOf(BUILT_IN));
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
    const stop = new AbortController();
    const onMove = pointerMove(model, stop.signal);
    const points = 400;
    const from = performance.now();
    for (let i = 0; i < points; i++)
      onMove({
        isTrusted: true,
        pointerType: 'mouse',
        buttons: 0,
        timeStamp: i * 16,
        clientX: 10 + ((i * 37) % 900),
        clientY: 10 + ((i * 53) % 700),
      });
    const took = performance.now() - from;
    stop.abort();
    painter.clear();
    return took / points;
  },
};
Object.assign(globalThis, { bench });
