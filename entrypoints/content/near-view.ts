import type { Matcher } from '../../glossary/matcher';
import { createTextScan, type HotText, textWalker } from './hot-texts';
import { nextFrame } from './idle';
import type { Pacer } from './pacer';
import { isBefore } from './reading-order';

/** Text nodes read before the middle of the view, of one batch: about a screen. */
const BEFORE = 100;

/**
 * What is near the reader's eyes, on a page that was opened far from its beginning.
 * @param position how far the page is read: nothing is to be done for a view before that
 * @returns the hot texts there
 */
export async function textsNearView(position: Node, matcher: Matcher, pacer: Pacer): Promise<HotText[]> {
  // After a frame the layout is done, so that asking for what stands at a point forces none.
  await nextFrame();
  await pacer.rest();
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  if (!middle || !isBefore(position, middle)) return [];
  const walker = textWalker(document);
  walker.currentNode = middle;
  for (let i = 0; i < BEFORE && walker.previousNode(); i++);
  const { pieces, read, hot: found } = createTextScan(walker, matcher);
  read();
  pieces.run();
  const hot = found();
  // Of the blocks at both ends not all was seen.
  for (const text of hot) text.seam = true;
  return hot;
}
