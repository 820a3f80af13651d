import { browser } from 'wxt/browser';
import type { BackgroundMessage } from './messages';

/**
 * Sends a message to the background.
 * @returns its answer (see messages.ts); undefined where none comes, as when the extension has been updated or removed
 */
export async function askBackground(message: BackgroundMessage): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}
