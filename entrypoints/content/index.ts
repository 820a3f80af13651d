import './style.css';
import forms from 'virtual:termlight/forms';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createMatcher } from '../../glossary/matcher';
import { Lifetime } from '../../lib/lifetime';
import { offBy, readSettings, type Settings, watchSettings } from '../../lib/settings';
import { bringCompanions } from './companions';
import { outerAddress, wantsReading } from './frame';
import { Session } from './session';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  async main() {
    const lifetime = new Lifetime();
    await wantsReading(lifetime.signal);
    const matcher = createMatcher(forms);
    let session: Session | undefined;
    let turnedOff = new AbortController();

    const unlessEnded = (error: unknown) => {
      if (!turnedOff.signal.aborted && !lifetime.isOver) throw error;
    };
    const bring = async (begun: Session) => {
      lifetime.watch();
      await bringCompanions(begun).catch(unlessEnded);
    };
    const apply = (settings: Settings) => {
      if (offBy(settings, location.href, outerAddress())) {
        turnedOff.abort();
        session = undefined;
      } else if (session) {
        session.apply(settings).catch(unlessEnded);
      } else {
        turnedOff = new AbortController();
        const signal = AbortSignal.any([turnedOff.signal, lifetime.signal]);
        session = new Session(matcher, settings, bring, signal);
        session.start().catch(unlessEnded);
      }
    };
    const stopWatching = watchSettings(apply);
    lifetime.signal.addEventListener('abort', stopWatching);
    apply(await readSettings());
  },
});
