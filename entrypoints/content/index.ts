import './style.css';
import forms from 'virtual:termlight/forms';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { judge } from '../../glossary/context';
import { createMatcher } from '../../glossary/matcher';
import type { BackgroundMessage } from '../../lib/messages';
import { loadPart } from '../../lib/parts';
import type { ReaderPart } from '../reader';
import { rangeOf, readBlocks } from './blocks';
import { createHighlightPainter } from './painters/highlight';
import type { Match } from './painters/painter';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  runAt: 'document_idle',
  async main(ctx) {
    const matcher = createMatcher(forms);
    const blocks = readBlocks(document.body);
    const page = {
      blocks: blocks.map((b) => ({ ...b, candidates: matcher.scan(b.text) })),
      title: document.title,
      lang: document.documentElement.lang,
    };
    const matches = judge(page, matcher)
      .filter((d) => d.shown)
      .map(
        (d): Match => ({
          concept: matcher.concepts[d.candidate.concept].id,
          range: rangeOf(blocks[d.block], d.candidate.start, d.candidate.end),
        }),
      );
    if (!matches.length) return;
    const painter = createHighlightPainter();
    painter.paint(matches);
    ctx.onInvalidated(() => painter.clear());
    await browser.runtime.sendMessage({
      type: 'lit',
      concepts: new Set(matches.map((m) => m.concept)).size,
    } satisfies BackgroundMessage);
    const reader = await loadPart<ReaderPart>('reader');
    ctx.onInvalidated(reader.start(matches, painter));
  },
});
