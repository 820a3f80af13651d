import { parentOf } from '../content/elements';

/** The parent in the page as it is shown: what is put into a slot stands there, and a shadow tree in its host. */
export function shownParentOf(node: Element | Text): Element | null {
  const { assignedSlot } = node;
  // What a form has under that name may be one of its fields.
  return assignedSlot instanceof HTMLSlotElement ? assignedSlot : parentOf(node);
}

/** The element in which a range of text begins. */
export function elementAt({ startContainer: start }: StaticRange): Element {
  if (start instanceof Element) return start;
  return (start instanceof Text && shownParentOf(start)) || document.documentElement;
}
