/** What is measured in the page: scans against others, growth, painting, pointer moves. */
import type { PageServer } from '../../scripts/serve';
import { makePage } from './pages';
import { median } from './stats';
import type { MeasuredBrowser, Tab } from './tabs';

const SAMPLES = 9;
const WARM_UP = 10;
/** Searching for each of a thousand terms takes minutes on a long page, and overflows the stack: a short one, few times. */
const LIST_CHARACTERS = 20_000;
const LIST_SAMPLES = 3;
/** Stands for the built-in table. */
const FORMS = 1000;

export interface Setting {
  browser: MeasuredBrowser;
  server: PageServer;
  script: string;
  terms: readonly string[];
}

type Times = Map<string, number[]>;
const note = (times: Times, name: string, value: number) =>
  times.set(name, [...(times.get(name) ?? []), value]);
const medians = (times: Times) => new Map([...times].map(([name, values]) => [name, median(values)]));

async function ready(
  tab: Tab,
  url: string,
  script: string,
  names: readonly string[],
  forms: readonly number[] = [FORMS],
): Promise<void> {
  await tab.open(url, script);
  await tab.call('setUp', ...forms);
  if (names.some((name) => /,/.test(name))) await tab.call('setUpOthers');
}

/** Each contender in turn in one tab, over and over; each with how many occurrences it painted or wrapped. */
async function warm(
  { browser, script }: Setting,
  url: string,
  names: readonly string[],
): Promise<{ times: Map<string, number>; painted: Map<string, number> }> {
  const tab = await browser.tab();
  await ready(tab, url, script, names);
  const times: Times = new Map();
  const painted = new Map<string, number>();
  for (let round = -WARM_UP; round < SAMPLES; round++) {
    for (const name of names) {
      const took = await tab.call<number>('time', name);
      if (round === 0) painted.set(name, await tab.call<number>('painted'));
      await tab.call('reset');
      if (round >= 0) note(times, name, took);
    }
  }
  await tab.close();
  return { times: medians(times), painted };
}

/** Each contender in turn, each time in a fresh tab. */
async function cold(
  { browser, script }: Setting,
  url: string,
  names: readonly string[],
): Promise<{ times: Map<string, number>; table: number }> {
  const times: Times = new Map();
  const tables: number[] = [];
  for (let round = 0; round < SAMPLES; round++) {
    for (const name of names) {
      const tab = await browser.tab();
      await ready(tab, url, script, [name]);
      note(times, name, await tab.call<number>('time', name));
      if (name === 'termlight') tables.push(await tab.call<number>('tableTook'));
      await tab.close();
    }
  }
  return { times: medians(times), table: median(tables) };
}

const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0));
const ratio = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b ? (a / b).toFixed(1) : '';

/** (a) The whole way against a bare read, and against others. */
export async function scans(setting: Setting): Promise<string[]> {
  const { server, terms } = setting;
  const out = [
    '| page | term in | state | bare read, ms | the whole way, ms | whole way : bare | mark.js : whole way | advanced-mark.js : whole way | modern-ahocorasick : whole way |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  const others = [
    'mark.js, one regular expression',
    'advanced-mark.js, one regular expression',
    'modern-ahocorasick, search only',
  ];
  const names = ['bare read', 'termlight', ...others];
  let table = 0;
  const counts: string[] = [];
  for (const [characters, wordsATerm] of [
    [100_000, 200],
    [500_000, 200],
    [500_000, 60],
  ]) {
    const url = server.add(makePage({ characters, terms, wordsATerm }));
    const coldTimes = await cold(setting, url, names);
    const warmTimes = await warm(setting, url, names);
    table = coldTimes.table;
    counts.push(
      `${characters / 1000} k characters, a term in ${wordsATerm} words: Termlight ${warmTimes.painted.get('termlight')}, mark.js ${warmTimes.painted.get(others[0])}, advanced-mark.js ${warmTimes.painted.get(others[1])}`,
    );
    for (const [state, times] of [
      ['cold', coldTimes.times],
      ['warm', warmTimes.times],
    ] as const) {
      const bare = times.get('bare read');
      const own = times.get('termlight');
      const against = others.map((name) => `${ratio(times.get(name), own)} ×`);
      out.push(
        `| ${characters / 1000} k characters | ${wordsATerm} words | ${state} | ${ms(bare)} | ${ms(own)} | ${ratio(own, bare)} × | ${against.join(' | ')} |`,
      );
    }
  }
  const short = server.add(makePage({ characters: LIST_CHARACTERS, terms, wordsATerm: 200 }));
  const tab = await setting.browser.tab();
  await ready(tab, short, setting.script, []);
  const list: Times = new Map();
  let failed = '';
  for (let round = 0; round < LIST_SAMPLES; round++) {
    for (const name of ['termlight', 'mark.js list']) {
      try {
        note(list, name, await tab.call<number>('time', name));
      } catch (error) {
        failed = /Stack overflow|Maximum call stack|too much recursion/i.test(String(error))
          ? 'the stack overflows'
          : 'it fails';
      }
      await tab.call('reset');
    }
  }
  await tab.close();
  const found = medians(list);
  out.push(
    '',
    failed
      ? `mark.js with the list of terms, ${LIST_CHARACTERS / 1000} k characters: ${failed}`
      : `mark.js with the list of terms, ${LIST_CHARACTERS / 1000} k characters: ${ms(found.get('mark.js list'))} ms, ${ratio(found.get('mark.js list'), found.get('termlight'))} × the whole way.`,
    '',
    `Occurrences painted or wrapped. ${counts.join('; ')}. Termlight leaves out those that its context rules reject.`,
    '',
    `The built-in table is ready in ${ms(table)} ms, cold.`,
  );
  return out;
}

const STAGES = ['read and match', 'read blocks', 'judge', 'choose and paint'];

/** Where the whole way's time goes, and what the judging of the context adds to the reading. */
export async function stages(setting: Setting): Promise<string[]> {
  const { browser, server, script, terms } = setting;
  const out = [
    `| term in | state | ${STAGES.join(' | ')} | judge : read, match and blocks | candidates | lit |`,
    '|---|---|---|---|---|---|---|---|---|',
  ];
  const add = (wordsATerm: number, state: string, times: Times) => {
    const found = medians(times);
    const [read = 0, blocks = 0, judge = 0] = STAGES.map((name) => found.get(name));
    const cells = STAGES.map((name) => ms(found.get(name)));
    const share = `${((100 * judge) / (read + blocks)).toFixed(0)} %`;
    out.push(
      `| ${wordsATerm} words | ${state} | ${cells.join(' | ')} | ${share} | ${found.get('candidates')} | ${found.get('lit')} |`,
    );
  };
  for (const wordsATerm of [200, 60]) {
    const url = server.add(makePage({ characters: 500_000, terms, wordsATerm }));
    const coldTimes: Times = new Map();
    const times: Times = new Map();
    const noteLaps = (to: Times, laps: Record<string, number>) => {
      for (const [name, value] of Object.entries(laps)) note(to, name, value);
    };
    for (let round = 0; round < SAMPLES; round++) {
      const tab = await browser.tab();
      await ready(tab, url, script, []);
      noteLaps(coldTimes, await tab.call<Record<string, number>>('stages'));
      await tab.close();
    }
    add(wordsATerm, 'cold', coldTimes);
    const tab = await browser.tab();
    await ready(tab, url, script, []);
    for (let round = -WARM_UP; round < SAMPLES; round++) {
      const laps = await tab.call<Record<string, number>>('stages');
      if (round >= 0) noteLaps(times, laps);
      await tab.call('reset');
    }
    await tab.close();
    add(wordsATerm, 'warm', times);
  }
  return out;
}

/** (b) Growth with the number of forms. */
export async function growth(setting: Setting): Promise<string[]> {
  const url = setting.server.add(makePage({ characters: 500_000, terms: setting.terms, wordsATerm: 200 }));
  const out = ['| forms | whole way, ms | : 1,000 forms |', '|---|---|---|'];
  const sizes = [FORMS, 10_000, 100_000];
  const tab = await setting.browser.tab();
  await ready(tab, url, setting.script, [], sizes);
  const times: Times = new Map();
  for (let round = -WARM_UP; round < SAMPLES; round++) {
    for (const forms of sizes) {
      const took = await tab.call<number>('time', 'termlight', forms);
      await tab.call('reset');
      if (round >= 0) note(times, String(forms), took);
    }
  }
  await tab.close();
  const found = medians(times);
  for (const forms of sizes) {
    const took = found.get(String(forms));
    out.push(`| ${forms.toLocaleString('en')} | ${ms(took)} | ${ratio(took, found.get(String(FORMS)))} × |`);
  }
  return out;
}

/** (c) Painting and clearing, with layout; (f) a pointer move over 10,000 lit matches. */
export async function painting({ browser, server, script }: Setting): Promise<string[]> {
  const out = ['| matches | painter | paint, ms | clear, ms |', '|---|---|---|---|'];
  let pointer = 0;
  for (const matches of [100, 1000, 10_000]) {
    const url = server.add(makePage({ characters: matches * 60, terms: ['methotrexate'], wordsATerm: 10 }));
    const kinds = ['highlights', 'marks', 'mark.js'];
    const paint: Times = new Map();
    const clear: Times = new Map();
    let count = 0;
    const tab = await browser.tab();
    await ready(tab, url, script, []);
    const samples = matches > 1000 ? 3 : SAMPLES;
    for (let round = -1; round < samples; round++) {
      for (const kind of kinds) {
        const took = await tab.call<{ matches: number; paint: number; clear: number }>(
          'paint',
          kind,
          'methotrexate',
          matches,
        );
        await tab.call('reset');
        count = took.matches;
        if (round < 0) continue;
        note(paint, kind, took.paint);
        note(clear, kind, took.clear);
      }
    }
    if (matches === 10_000) pointer = await tab.call<number>('pointer', 'methotrexate');
    await tab.close();
    for (const kind of kinds)
      out.push(
        `| ${count.toLocaleString('en')} | ${kind} | ${ms(medians(paint).get(kind))} | ${ms(medians(clear).get(kind))} |`,
      );
  }
  out.push('', `A pointer move over 10,000 lit matches: ${pointer.toFixed(3)} ms.`);
  return out;
}
