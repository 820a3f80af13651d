import type { Matcher } from '../../glossary/matcher';
import { type HotText, scanInOrder } from './hot-texts';
import type { Pacer } from './pacer';

/** Text nodes read before and after the middle of the view: a few screens. */
const BEFORE = 150;
const AFTER = 300;

/**
 * What is near the reader's eyes, on a page that was opened far from its beginning.
 * @param position how far the page is read: nothing is to be done for a view before that
 * @returns the hot texts there
 */
export async function textsNearView(position: Node, matcher: Matcher, pacer: Pacer): Promise<HotText[]> {
  // After a frame the layout is done, so that asking for what stands at a point forces none.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await pacer.rest();
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  if (!middle || !(position.compareDocumentPosition(middle) & Node.DOCUMENT_POSITION_FOLLOWING)) return [];
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  walker.currentNode = middle;
  for (let i = 0; i < BEFORE && walker.previousNode(); i++);
  const texts: Text[] = [];
  while (texts.length < BEFORE + AFTER && walker.nextNode()) texts.push(walker.currentNode as Text);
  return scanInOrder(texts, matcher);
}
