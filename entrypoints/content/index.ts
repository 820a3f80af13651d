import './style.css';
import forms from 'virtual:termlight/forms';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createMatcher } from '../../glossary/matcher';
import type { BackgroundMessage } from '../../lib/messages';
import { loadPart } from '../../lib/parts';
import { offBy, readSettings } from '../../lib/settings';
import type { ContextPart } from '../context';
import type { ReaderPart } from '../reader';
import { Session } from './session';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  runAt: 'document_idle',
  async main(ctx) {
    const settings = await readSettings();
    if (offBy(settings, location.href)) return;
    const judge = async () => (await loadPart<ContextPart>('context')).judge;
    const session = new Session(createMatcher(forms), settings, judge, ctx.signal);
    await session.start();
    const { page } = session;
    if (!page.lit.length) return;
    const concepts = [...new Set(page.lit.map((match) => match.concept))];
    await browser.runtime.sendMessage({ type: 'lit', concepts } satisfies BackgroundMessage);
    const reader = await loadPart<ReaderPart>('reader');
    ctx.onInvalidated(reader.start(page));
  },
});
