/** What is measured of the extension as built, in Chromium's own traces: cost of a quiet page, slices, first lights, memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../../scripts/launch';
import type { PageServer } from '../../scripts/serve';
import { makePage } from './pages';
import { median, percentile } from './stats';

const LOADS = 15;
/** A page is watched so long after it has loaded, in milliseconds. */
const WATCHED = 1500;
const WATCHED_LONG = 8000;

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** The same on the thread's own clock: without the time in which the machine did other things. */
  tdur?: number;
  args: { data?: { url?: string } };
}

const SCRIPTS = new Set([
  'BlinkScheduler_PerformMicrotaskCheckpoint',
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.callFunction',
  'FireIdleCallback',
  'TimerFire',
]);
const ownScript = ({ args }: TraceEvent) => args.data?.url?.startsWith('chrome-extension://') === true;

/** Loads a page and returns what the main thread of its renderer did. */
async function trace(page: Page, url: string, watched: number): Promise<TraceEvent[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'toplevel',
        'v8',
        'extensions',
        'disabled-by-default-devtools.timeline',
      ],
    },
  });
  await page.goto(url);
  await page.waitForTimeout(watched);
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  await session.detach();
  const first = events.find((event) => event.name === 'EvaluateScript' && ownScript(event));
  if (!first) throw new Error('The content script did not run');
  return events
    .filter(
      ({ name, ph, pid, tid, ts }) =>
        (ph === 'X' || name === 'TimeStamp') &&
        pid === first.pid &&
        tid === first.tid &&
        ts >= first.ts - 50_000,
    )
    .sort((a, b) => a.ts - b.ts);
}

const holds = (outer: TraceEvent, inner: TraceEvent) =>
  inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);

/** Where the browser puts a content script into a page: it makes the world that the script runs in. */
const INJECTION = 'ScriptInjection::InjectJs';

/**
 * Milliseconds in which the content scripts, the gate counted, are compiled and run first, the same with the making of their
 * world, and compiled alone.
 */
function firstRuns(events: readonly TraceEvent[]): { all: number; injected: number; compiling: number } {
  const isRun = (event: TraceEvent) => event.name === 'EvaluateScript' && ownScript(event);
  /** Stretches may overlap: a script may run within its injection. */
  const together = (some: readonly TraceEvent[]) => {
    let sum = 0;
    let end = 0;
    for (const { ts, dur = 0 } of some) {
      sum += Math.max(0, ts + dur - Math.max(ts, end));
      end = Math.max(end, ts + dur);
    }
    return sum / 1000;
  };
  return {
    all: together(events.filter(isRun)),
    injected: together(events.filter((event) => event.name === INJECTION || isRun(event))),
    compiling: together(events.filter((event) => event.name === 'v8.compile' && ownScript(event))),
  };
}

/** A stretch of script, in milliseconds by the clock and of the processor. */
interface Slice {
  took: number;
  busy: number;
}

/** Each stretch of script after the content script began: on a page without scripts all are ours. */
function slices(events: readonly TraceEvent[]): Slice[] {
  const out: Slice[] = [];
  let end = 0;
  const from = events.find((event) => event.name === 'EvaluateScript' && ownScript(event))?.ts ?? 0;
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    if (!SCRIPTS.has(name) || ts < from || ts < end) continue;
    out.push({ took: dur / 1000, busy: tdur / 1000 });
    end = ts + dur;
  }
  return out;
}

const BARE_MANIFEST = {
  manifest_version: 3,
  name: 'bare',
  version: '1',
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], all_frames: true }],
};

/** An extension whose content script is empty. */
function writeBareExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'termlight-bare-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(BARE_MANIFEST));
  writeFileSync(join(folder, 'worker.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
  writeFileSync(join(folder, 'content.js'), '(() => {})();');
  return folder;
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}

/**
 * Notes the first moment at which something is lit. A timer would not do: what `scheduler.yield` goes on with comes before
 * timers, so that one is first heard when all of a long page is read.
 */
const FIRST_LIGHT = `(() => {
  const look = () => {
    if (CSS.highlights.get('termlight')?.size) console.timeStamp('first light');
    else scheduler.postTask(look, { priority: 'user-blocking', delay: 2 });
  };
  look();
})()`;

/** (d) A page without terms, (e) slices and first lights on 5 MB, (g) memory. */
export async function withExtension(server: PageServer, terms: readonly string[]): Promise<string[]> {
  const bareFolder = writeBareExtension();
  const sessions: ChromiumSession[] = [];
  try {
    const own = await launchChromium({ headless: true });
    const bare = await launchChromium({ headless: true, extension: bareFolder });
    sessions.push(own, bare);
    const out: string[] = [];

    const quiet = server.add(
      '<!doctype html><title>t</title><link rel="icon" href="data:,"><p>A quiet page.',
    );
    const times = { own: [] as number[], bare: [] as number[] };
    const injected = { own: [] as number[], bare: [] as number[] };
    const compiling: number[] = [];
    const forced: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      for (const [name, session] of [
        ['own', own],
        ['bare', bare],
      ] as const) {
        const page = await session.context.newPage();
        const events = await trace(page, quiet, WATCHED);
        const runs = firstRuns(events);
        times[name].push(runs.all);
        injected[name].push(runs.injected);
        if (name === 'own') {
          compiling.push(runs.compiling);
          const scripts = events.filter((event) => SCRIPTS.has(event.name) && ownScript(event));
          forced.push(
            events.filter(
              (event) => event.name === 'Layout' && scripts.some((script) => holds(script, event)),
            ).length,
          );
        }
        await page.close();
      }
    }
    out.push(
      `A page without terms: compiling and first running the content scripts, gate, table and scan included, takes ${median(times.own).toFixed(2)} ms (${median(compiling).toFixed(2)} ms of it compiling), that of an empty content script ${median(times.bare).toFixed(2)} ms (${(median(times.own) / median(times.bare)).toFixed(1)} ×, medians of ${LOADS} loads). With the making of the world in which content scripts run, ${median(injected.own).toFixed(2)} ms against ${median(injected.bare).toFixed(2)} ms (${(median(injected.own) / median(injected.bare)).toFixed(1)} ×). Layouts forced: ${Math.max(...forced)}.`,
      '',
    );

    const long = server.add(makePage({ characters: 5_000_000, terms, wordsATerm: 200 }));
    const page = await own.context.newPage();
    await page.addInitScript(FIRST_LIGHT);
    const events = await trace(page, long, WATCHED_LONG);
    const all = slices(events).filter(({ took }) => took > 0.1);
    const took = all.map((slice) => slice.took);
    const busy = all.map((slice) => slice.busy);
    // Not the gate, which comes before the page is read.
    const isMain = (event: TraceEvent) =>
      event.name === 'EvaluateScript' && event.args.data?.url?.endsWith('/content-scripts/content.js');
    const start = events.find(isMain);
    const lit = await page.evaluate(() => CSS.highlights.get('termlight')?.size ?? 0);
    out.push(
      `5 MB of text, cold: ${all.length} slices, p95 ${percentile(took, 0.95).toFixed(1)} ms (of the processor ${percentile(busy, 0.95).toFixed(1)} ms), longest ${Math.max(...took).toFixed(1)} ms (${Math.max(...busy).toFixed(1)} ms), together ${took.reduce((sum, slice) => sum + slice, 0).toFixed(0)} ms; ${lit} ranges lit.`,
      '',
    );
    const stamp = events.find((event) => event.name === 'TimeStamp');
    if (stamp && start)
      out.push(
        `First light ${((stamp.ts - start.ts) / 1000).toFixed(0)} ms after the content script's start there.`,
        '',
      );
    await page.close();

    const article = server.add(makePage({ characters: 500_000, terms, wordsATerm: 200 }));
    const used: number[] = [];
    for (const session of [own, bare]) {
      const tab = await session.context.newPage();
      await tab.goto(article);
      await tab.waitForTimeout(WATCHED);
      used.push(await heap(tab));
      await tab.close();
    }
    out.push(
      `Memory: ${(used[0] - used[1]).toFixed(1)} MB of script heap more than with an empty content script, on a lit page of 500 k characters.`,
    );
    return out;
  } finally {
    for (const session of sessions) await session.close();
    rmSync(bareFolder, { recursive: true, force: true });
  }
}
