import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../../lib/parts';
import type { LivePage } from '../content/live-page';
import { startReader } from './reader';

/** What the reader part offers to the content script: the card, and all that opens it. `start` returns its own undo. */
export interface ReaderPart {
  start(page: LivePage): () => void;
}

export default defineUnlistedScript(() => {
  offerPart('reader', { start: startReader } satisfies ReaderPart);
});
