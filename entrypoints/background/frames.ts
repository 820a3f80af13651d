import { browser } from 'wxt/browser';
import type { HasTerms, TabMessage } from '../../lib/messages';
import { framesToAsk } from './badge';

/** @returns what a frame answers; undefined where nothing answers there, or the frame is gone */
export const tellFrame = (
  tabId: number,
  frameId: number,
  message: TabMessage,
): Promise<HasTerms | undefined> =>
  browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);

/** Asks every frame of a tab that may have lit terms, the topmost first. */
export async function askFrames(tabId: number): Promise<{ id: number; answer: HasTerms | undefined }[]> {
  const ids = await framesToAsk(tabId);
  return Promise.all(
    ids.map(async (id) => ({ id, answer: await tellFrame(tabId, id, { type: 'has-terms' }) })),
  );
}

/** Whether a card is kept open in another frame of the tab than the one that asks. */
export async function keptElsewhere(tabId: number, frameId: number): Promise<boolean> {
  return (await askFrames(tabId)).some(({ id, answer }) => id !== frameId && answer?.kept);
}

/** Closes the cards in all other frames of the tab: there is one card. */
export async function closeElsewhere(tabId: number, frameId: number): Promise<void> {
  const others = (await framesToAsk(tabId)).filter((id) => id !== frameId);
  await Promise.all(others.map((id) => tellFrame(tabId, id, { type: 'close-card' })));
}
