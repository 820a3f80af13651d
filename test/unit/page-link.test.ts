import { beforeEach, expect, it, vi } from 'vitest';

/** The one tab that there is, and the ports that were opened to it. */
const tab: { url?: string } = { url: '' };
/** What runs in it; undefined where nothing may. */
let script: { result: string }[] | undefined = [{ result: 'text/html' }];
let permitted = true;
let onAdded: () => void = () => undefined;
const ports: ReturnType<typeof createPort>[] = [];
let onMessage: (message: unknown, sender: { id?: string; tab?: { id: number } }) => void = () => undefined;
let onUpdated: (tabId: number, change: { status?: string; url?: string }) => void = () => undefined;
/** Listeners that were taken away. */
const removed = new Set<unknown>();
const removeListener = (listener: unknown) => void removed.add(listener);

function createPort() {
  const hears: ((message: unknown) => void)[] = [];
  const ends: (() => void)[] = [];
  let open = true;
  return {
    sent: [] as unknown[],
    onMessage: { addListener: (listener: (message: unknown) => void) => hears.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => ends.push(listener) },
    postMessage(message: unknown) {
      if (!open) throw new Error('Attempting to use a disconnected port object');
      this.sent.push(message);
    },
    disconnect: () => {
      open = false;
    },
    isOpen: () => open,
    /** The page's end of it. */
    answer: (message: unknown) => {
      for (const hear of hears) hear(message);
    },
    drop: () => {
      open = false;
      for (const end of ends) end();
    },
  };
}

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'own',
      onMessage: {
        addListener: (listener: typeof onMessage) => {
          onMessage = listener;
        },
        removeListener,
      },
    },
    permissions: {
      contains: async () => permitted,
      onAdded: {
        addListener: (listener: typeof onAdded) => {
          onAdded = listener;
        },
        removeListener,
      },
    },
    scripting: { executeScript: async () => script ?? Promise.reject(new Error('Missing host permission')) },
    tabs: {
      get: async () => tab,
      connect: () => {
        const port = createPort();
        ports.push(port);
        return port;
      },
      onUpdated: {
        addListener: (listener: typeof onUpdated) => {
          onUpdated = listener;
        },
        removeListener,
      },
    },
  },
}));
const { PageLink } = await import('../../lib/page-link');

const terms = (frame: string, concept: string, top = true) => ({
  type: 'page-terms',
  frame,
  top,
  sections: [''],
  terms: [{ key: 0, concept, text: concept, section: 0, lit: true }],
  rejected: [],
});
const seen = vi.fn();
const last = () => seen.mock.lastCall?.[0];
const goTo = async (url: string) => {
  tab.url = url;
  onUpdated(1, { url });
  await vi.waitFor(() => expect(last().url).toBe(url));
};

beforeEach(() => {
  ports.length = 0;
  removed.clear();
  tab.url = 'https://a.example/';
  seen.mockClear();
  script = [{ result: 'text/html' }];
  permitted = true;
});

it('asks the page, and puts the frames together, the topmost first', async () => {
  const link = new PageLink(1, seen);
  await vi.waitFor(() => expect(ports).toHaveLength(1));
  expect(ports[0].sent).toEqual([{ type: 'page-terms', rejected: false }]);
  ports[0].answer(terms('inner', 'fever', false));
  ports[0].answer({ type: 'page-terms', frame: 'foreign' });
  ports[0].answer(terms('outer', 'rash'));
  ports[0].answer(terms('outer', 'dose'));
  expect(last().state).toBe('ready');
  expect(last().frames.map((f: { terms: { concept: string }[] }) => f.terms[0].concept)).toEqual([
    'dose',
    'fever',
  ]);
  link.close();
});

it('asks for what was left out of the next page, too', async () => {
  const link = new PageLink(1, seen, true);
  await vi.waitFor(() => expect(ports).toHaveLength(1));
  link.askRejected(false);
  link.askRejected(true);
  await goTo('https://b.example/');
  expect(ports.map(({ sent }) => sent.at(-1))).toEqual([
    { type: 'page-terms', rejected: true },
    { type: 'page-terms', rejected: true },
  ]);
  link.close();
});

it('asks nothing of a page that it has left', async () => {
  const link = new PageLink(1, seen);
  await vi.waitFor(() => expect(ports).toHaveLength(1));
  await goTo('chrome://settings/');
  expect(last()).toEqual({ state: 'unreachable', url: 'chrome://settings/', frames: [] });
  link.askRejected(true);
  link.jumpTo('outer', 0);
  expect(ports[0].sent).toHaveLength(1);
  link.close();
});

it('keeps what it knows of a page until that answers anew, and then only what has answered', async () => {
  const link = new PageLink(1, seen);
  await vi.waitFor(() => expect(ports).toHaveLength(1));
  ports[0].answer(terms('before', 'fever'));
  onUpdated(1, { status: 'complete' });
  onUpdated(2, { status: 'complete' });
  await vi.waitFor(() => expect(ports).toHaveLength(2));
  expect(last().frames).toHaveLength(1);
  ports[0].answer(terms('late', 'dose'));
  ports[1].answer(terms('after', 'rash'));
  expect(last().frames.map(({ frame }: { frame: string }) => frame)).toEqual(['after']);
  link.close();
});

it('has nothing of a page that ended', async () => {
  const link = new PageLink(1, seen);
  await vi.waitFor(() => expect(ports).toHaveLength(1));
  ports[0].answer(terms('outer', 'rash'));
  ports[0].drop();
  expect(last().frames).toEqual([]);
  link.close();
});

it.each([
  ['while nothing has answered', false],
  ['after an answer', true],
])('is silent when closed %s, whatever is on its way', async (_, answered) => {
  vi.useFakeTimers();
  const link = new PageLink(1, seen);
  await vi.advanceTimersByTimeAsync(1);
  if (answered) ports[0].answer(terms('outer', 'rash'));
  onMessage({ type: 'lit', concepts: ['fever'], first: true, again: false }, { id: 'own', tab: { id: 1 } });
  onUpdated(1, { status: 'complete' });
  const calls = seen.mock.calls.length;
  link.close();
  expect(ports[0].isOpen()).toBe(false);
  expect([...removed]).toEqual(expect.arrayContaining([onMessage, onUpdated, onAdded]));
  await vi.advanceTimersByTimeAsync(5000);
  ports[0].answer(terms('outer', 'rash'));
  ports[0].drop();
  link.askRejected(true);
  expect(seen).toHaveBeenCalledTimes(calls);
  expect(ports).toHaveLength(1);
  vi.useRealTimers();
});

it('says nothing of what it was finding out when it was closed', async () => {
  vi.useFakeTimers();
  const link = new PageLink(1, seen);
  await vi.advanceTimersByTimeAsync(1);
  const calls = seen.mock.calls.length;
  // It asks now whether there is a page at all.
  vi.advanceTimersByTime(400);
  link.close();
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toHaveBeenCalledTimes(calls);
  vi.useRealTimers();
});

it('does nothing for a page that it asks about when it is closed', async () => {
  const link = new PageLink(1, seen);
  link.close();
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(ports).toHaveLength(0);
  expect(seen).not.toHaveBeenCalled();
});

it('links to a frame that has its first terms later, and keeps the others in view meanwhile', async () => {
  vi.useFakeTimers();
  const link = new PageLink(1, seen);
  await vi.advanceTimersByTimeAsync(1);
  ports[0].answer(terms('outer', 'rash'));
  ports[0].answer(terms('gone', 'dose', false));
  const lit = { type: 'lit', concepts: ['fever'], first: true, again: false };
  onMessage(lit, { id: 'foreign', tab: { id: 1 } });
  onMessage(lit, { id: 'own', tab: { id: 2 } });
  onMessage({ ...lit, first: false }, { id: 'own', tab: { id: 1 } });
  await vi.advanceTimersByTimeAsync(200);
  expect(ports).toHaveLength(1);
  onMessage(lit, { id: 'own', tab: { id: 1 } });
  onMessage(lit, { id: 'own', tab: { id: 1 } });
  await vi.advanceTimersByTimeAsync(200);
  expect(ports).toHaveLength(2);
  ports[1].answer(terms('inner', 'fever', false));
  const frames = () => last().frames.map(({ frame }: { frame: string }) => frame);
  expect(frames()).toEqual(['outer', 'gone', 'inner']);
  ports[1].answer(terms('outer', 'rash'));
  await vi.advanceTimersByTimeAsync(500);
  expect(frames()).toEqual(['outer', 'inner']);
  link.close();
  vi.useRealTimers();
});

it.each([
  ['a page without terms', [{ result: 'text/html' }], 'ready'],
  ['a PDF in Chromium', [{ result: 'application/pdf' }], 'unreachable'],
  ['a PDF in Firefox, or a site that it keeps to itself', undefined, 'unreachable'],
])('%s', async (_, holds, state) => {
  script = holds;
  const link = new PageLink(1, seen);
  await vi.waitFor(() => expect(last().state).toBe(state), 2000);
  // A page that answers after all is one.
  ports.at(-1)?.answer(terms('outer', 'rash'));
  expect(last()).toMatchObject({ state: 'ready', url: 'https://a.example/' });
  link.close();
});

it('tells what the reader withholds from what the browser closes, and begins when it is given back', async () => {
  delete tab.url;
  permitted = false;
  const link = new PageLink(1, seen);
  await vi.waitFor(() => expect(last()?.state).toBe('withheld'));
  expect(ports).toHaveLength(0);
  tab.url = 'https://a.example/';
  permitted = true;
  onAdded();
  await vi.waitFor(() => expect(last().url).toBe('https://a.example/'));
  ports[0].answer(terms('outer', 'rash'));
  expect(last()).toMatchObject({ state: 'ready', frames: [{ frame: 'outer' }] });
  link.close();
});
