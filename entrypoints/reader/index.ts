import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../../lib/parts';
import type { Match, Painter } from '../content/painters/painter';
import { startReader } from './reader';

/** What the reader part offers to the content script. `start` returns its own undo. */
export interface ReaderPart {
  start(matches: Match[], painter: Painter): () => void;
}

export default defineUnlistedScript(() => {
  offerPart('reader', { start: startReader } satisfies ReaderPart);
});
