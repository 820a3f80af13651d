import { closest } from '../content/elements';
import { litIn, liveRange } from '../content/hit-test';
import type { LivePage } from '../content/live-page';
import type { Match } from '../content/match';

/** The elements that the mark painter puts around terms, for readers who want terms that the keyboard finds. */
const MARK = '[data-termlight]';

/** The inline mark that an event's target is in, if it is in one. */
export const markAround = (target: EventTarget | undefined): Element | null =>
  target instanceof Element ? closest(target, MARK) : null;

/** The match that a mark belongs to, if a target is in one. */
export function matchOfMark(page: LivePage, target: EventTarget | undefined): Match | undefined {
  const text = markAround(target)?.firstChild;
  if (!(text instanceof Text)) return undefined;
  const middle = Math.ceil(text.length / 2);
  return litIn(page, text).find((match) => liveRange(match.range).isPointInRange(text, middle));
}
