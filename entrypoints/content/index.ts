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
  const { signal } = lifetime;
  const matcher = createMatcher(forms);
  let session: Session | undefined;
  /** The last one for which all has come. */
  let complete: Session | undefined;
  let turnedOff: AbortController;

  // Another session may have begun since.
  const unlessEnded = (ended: AbortSignal) => (error: unknown) => {
    if (!lifetime.isOver() && !ended.aborted) throw error;
  };
  const bring = async (begun: Session) => {
    lifetime.watch();
    await loadPart<ContextPart>('context')
      .then((context) => context.accompany(begun))
      .then(() => {
        complete = begun;
      })
      .catch(unlessEnded(begun.signal));
  };
  const isOff = (settings: Settings) => offBy(settings, location.href, outerAddress()) !== undefined;
  let asked: Promise<Settings> | undefined;
  const askSettings = async () => {
    signal.addEventListener('abort', watchSettings(apply), { once: true });
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      // What was asked before gets no answer any more.
      if (complete !== session) end();
      // Meanwhile no change was heard of.
      readSettings().then(apply).catch(unlessEnded(signal));
    };
    addEventListener('pageshow', comeBack, { signal });
    // The new address may be one that is switched off.
    const look = () => void asked?.then((settings) => isOff(settings) === !!session && apply(settings));
    globalThis.navigation?.addEventListener('navigatesuccess', look, { signal });
    const settings = await readSettings();
    if (isOff(settings)) end();
    return settings;
  };
  const begin = () => {
    turnedOff = new AbortController();
    session = new Session(matcher, () => (asked ??= askSettings()), bring, turnedOff.signal);
    session.start().catch(unlessEnded(session.signal));
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
  signal.addEventListener('abort', end);
  begin();
}
