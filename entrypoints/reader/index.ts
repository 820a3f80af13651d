import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../../lib/parts';
import type { LivePage } from '../content/live-page';
import { startReader } from './reader';

/**
 * What the reader part offers to the content script: the card, and all that opens it. `start` returns its own undo;
 * `unnoticed` makes a change to the page that nobody has to look for terms in.
 */
export interface ReaderPart {
  start(page: LivePage, unnoticed: (change: () => void) => void): () => void;
}

export default defineUnlistedScript(() => {
  offerPart('reader', { start: startReader } satisfies ReaderPart);
});
