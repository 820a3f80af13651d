import './style.css';
import forms from 'virtual:termlight/forms';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createMatcher } from '../../glossary/matcher';
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
  async main(ctx) {
    await wantsReading(ctx.signal);
    const matcher = createMatcher(forms);
    let session: Session | undefined;
    let lifetime = new AbortController();

    const unlessEnded = (error: unknown) => {
      if (!lifetime.signal.aborted && ctx.isValid) throw error;
    };
    const apply = (settings: Settings) => {
      if (offBy(settings, location.href, outerAddress())) {
        lifetime.abort();
        session = undefined;
      } else if (session) {
        session.apply(settings).catch(unlessEnded);
      } else {
        lifetime = new AbortController();
        const bring = (begun: Session) => bringCompanions(begun).catch(unlessEnded);
        session = new Session(matcher, settings, bring, lifetime.signal);
        session.start().catch(unlessEnded);
      }
    };
    ctx.onInvalidated(watchSettings(apply));
    ctx.onInvalidated(() => lifetime.abort());
    apply(await readSettings());
  },
});
