import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Match } from '../../entrypoints/content/match';
import type { Session } from '../../entrypoints/content/session';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
const { noteLit } = await import('../../entrypoints/background/badge');
const { reportLit } = await import('../../entrypoints/context/report');

beforeEach(() => fakeBrowser.reset());

describe('the badge', () => {
  let text = '';
  let url = '';
  beforeEach(() => {
    text = '';
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async () => ({ url }) as never);
    Object.assign(fakeBrowser.action, {
      setBadgeText: async (badge: { text: string }) => {
        text = badge.text;
      },
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    });
  });
  /** What a frame of tab 1 says while the tab shows a page. */
  const say = (frameId: number, page: string, concepts: string[], again: boolean) => {
    url = page;
    return noteLit(1, frameId, page, { concepts, again });
  };

  it('counts the concepts of all frames, each once', async () => {
    await say(0, 'https://a.example/#top', ['fever', 'dose'], false);
    await say(4, 'https://a.example/', ['dose', 'rash'], false);
    await noteLit(2, 0, 'https://a.example/', { concepts: ['arm'], again: false });
    await say(0, 'https://a.example/', ['fever', 'dose'], true);
    expect(text).toBe('3');
  });
  it('counts the frames that stay when the address changes without loading, whichever of them says so', async () => {
    await say(0, 'https://a.example/', ['fever'], false);
    await say(4, 'https://a.example/', ['dose', 'rash'], false);
    await say(0, 'https://a.example/b', ['fever'], true);
    expect(text).toBe('3');
    await say(4, 'https://a.example/c', ['rash'], true);
    expect(text).toBe('2');
    await say(0, 'https://a.example/c', [], true);
    expect(text).toBe('1');
  });
  it('counts no frame of the page before', async () => {
    await say(0, 'https://a.example/', ['fever'], false);
    await say(4, 'https://a.example/', ['dose', 'rash'], false);
    await say(0, 'https://a.example/b', ['fever'], false);
    expect(text).toBe('1');
  });
  it('counts what two frames say at once', async () => {
    await say(0, 'https://a.example/', ['fever'], false);
    await say(4, 'https://a.example/', ['dose'], false);
    const page = 'https://a.example/b';
    await Promise.all([say(0, page, ['fever', 'arm'], true), say(4, page, ['dose', 'rash'], true)]);
    expect(text).toBe('4');
  });
});

describe('a frame reports what is lit', () => {
  const told: unknown[] = [];
  const view = new EventTarget();
  const navigation = new EventTarget();
  let place = '';
  let ended: AbortController;
  let change: (...concepts: string[]) => void;
  const lit = (concepts: string[], first: boolean, again: boolean) => ({
    type: 'lit',
    concepts,
    first,
    again,
  });
  const goTo = (address: string) => {
    place = address;
    navigation.dispatchEvent(new Event('currententrychange'));
    vi.advanceTimersByTime(1000);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    place = 'https://a.example/';
    vi.stubGlobal('addEventListener', view.addEventListener.bind(view));
    vi.stubGlobal('navigation', navigation);
    vi.stubGlobal('location', {
      get href() {
        return place;
      },
    });
    told.length = 0;
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      told.push(message);
      return undefined as never;
    });
    ended = new AbortController();
    const page = {
      lit: [] as Pick<Match, 'concept'>[],
      subscribe: (listener: () => void) => {
        change = (...concepts) => {
          page.lit = concepts.map((concept) => ({ concept }));
          listener();
        };
      },
    };
    reportLit({ page, signal: ended.signal } as unknown as Session);
    return () => {
      ended.abort();
      vi.useRealTimers();
      vi.unstubAllGlobals();
    };
  });

  it('when that changes', () => {
    change();
    goTo('https://a.example/b');
    expect(told).toEqual([]);
    change('fever', 'fever');
    change('fever');
    change();
    change('dose');
    expect(told).toEqual([lit(['fever'], true, false), lit([], false, true), lit(['dose'], true, true)]);
  });
  it('when the address changes, other than its #fragment', () => {
    change('fever');
    goTo('https://a.example/#below');
    expect(told).toHaveLength(1);
    goTo('https://a.example/b');
    expect(told.slice(1)).toEqual([lit(['fever'], false, true)]);
  });
  it('when the address changes and nothing is lit any more, since frames in it may have stayed', () => {
    change('fever');
    change();
    goTo('https://a.example/b');
    expect(told.slice(2)).toEqual([lit([], false, true)]);
  });
  it('when its page changes under another address, in a browser that tells of no address', () => {
    change('fever');
    place = 'https://a.example/b';
    change('fever');
    expect(told.slice(1)).toEqual([lit(['fever'], false, true)]);
  });
  it('when the browser comes back to its page', () => {
    change('fever');
    view.dispatchEvent(new Event('pageshow'));
    expect(told).toHaveLength(1);
    view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(told.slice(1)).toEqual([lit(['fever'], true, false)]);
  });
  it('until it ends: then nothing is lit', () => {
    change('fever');
    place = 'https://a.example/b';
    navigation.dispatchEvent(new Event('currententrychange'));
    ended.abort();
    vi.advanceTimersByTime(1000);
    change('fever');
    expect(told.slice(1)).toEqual([lit([], false, true)]);
  });
});
