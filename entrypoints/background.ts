import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { backgroundMessage, type Part } from '../lib/messages';

const FILES = { context: '/context.js', reader: '/reader.js' } as const satisfies Record<Part, string>;

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond) => {
    const parsed = v.safeParse(backgroundMessage, raw);
    if (!parsed.success || sender.id !== browser.runtime.id) return undefined;
    const message = parsed.output;
    const tabId = sender.tab?.id;
    if (message.type === 'load-part' && tabId !== undefined) {
      browser.scripting
        .executeScript({
          target: { tabId, frameIds: [sender.frameId ?? 0] },
          files: [FILES[message.part]],
          injectImmediately: true,
        })
        .then(
          () => respond(true),
          () => respond(false),
        );
      return true;
    }
    return undefined;
  });
});
