import './style.css';
import forms from 'virtual:termlight/forms';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createMatcher } from '../../glossary/matcher';
import { beginLife, type Lifetime } from '../../lib/lifetime';
import { loadPart } from '../../lib/parts';
import { offBy, readSettings, type Settings, watchSettings } from '../../lib/settings';
import type { ContextPart } from '../context';
import { outerAddress, whenWanted } from './frame';
import { Session } from './session';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main() {
    // Plain XML and drawings: no elements of HTML can be made there. To make one, to find out, would cost every page more.
    // A page's picture of the name may stand in the place of the property, hence a string is made of it.
    const { contentType } = document;
    if (`${contentType}`.endsWith('xml') && contentType !== 'application/xhtml+xml') return;
    const lifetime = beginLife();
    if (!document.hidden && window === top) read(lifetime);
    else void whenWanted(lifetime.signal).then(() => read(lifetime));
  },
});

/** Reads the page, and follows the settings, until the end of the script's life. */
function read(lifetime: Lifetime): void {
  const matcher = createMatcher(forms);
  let session: Session | undefined;
  let turnedOff: AbortController;

  // Another session may have begun since.
  const unlessEnded = (ended: AbortSignal) => (error: unknown) => {
    if (!lifetime.isOver() && !ended.aborted) throw error;
  };
  const bring = async (begun: Session) => {
    lifetime.watch();
    await loadPart<ContextPart>('context')
      .then((context) => context.accompany(begun))
      .catch(unlessEnded(begun.signal));
  };
  const isOff = (settings: Settings) => offBy(settings, location.href, outerAddress()) !== undefined;
  let asked: Promise<Settings> | undefined;
  const askSettings = async () => {
    const { signal } = lifetime;
    signal.addEventListener('abort', watchSettings(apply), { once: true });
    // A cached page heard of no change, and an address may be one that is switched off.
    const askAgain = () => void readSettings().then(apply).catch(unlessEnded(signal));
    addEventListener('pageshow', askAgain, { signal });
    globalThis.navigation?.addEventListener('navigatesuccess', askAgain, { signal });
    const settings = await readSettings();
    if (isOff(settings)) end();
    return settings;
  };
  const begin = () => {
    turnedOff = new AbortController();
    const { signal } = turnedOff;
    session = new Session(matcher, () => (asked ??= askSettings()), bring, signal);
    session.start().catch(unlessEnded(signal));
  };
  const end = () => {
    turnedOff.abort();
    session = undefined;
  };
  const apply = (settings: Settings) => {
    asked = Promise.resolve(settings);
    if (isOff(settings)) end();
    else if (session) session.apply(settings)?.catch(unlessEnded(session.signal));
    else begin();
  };
  lifetime.signal.addEventListener('abort', end);
  begin();
}
