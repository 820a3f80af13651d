/** How the reader left a view: how far down, and on which of its controls. */
export interface Left {
  scroll: number;
  /** Among the view's controls; below 0 where the focus was on none. */
  at: number;
  /** What the control says: the page at hand may have brought others since. */
  says: string;
}

/** The map draws itself a frame or two after it is there. */
const FRAMES = 3;

const controlsOf = (main: Element): (HTMLElement | SVGElement)[] => [
  ...main.querySelectorAll<HTMLElement | SVGElement>('a, button, input, textarea'),
];

const says = (control: Element | undefined): string =>
  control?.getAttribute('aria-label') ?? control?.textContent ?? '';

export function howLeft(main: Element): Left {
  const controls = controlsOf(main);
  const at = (controls as (Element | null)[]).indexOf(document.activeElement);
  // The results of a search stand in the view's place, and are scrolled for themselves.
  const isHidden = main.querySelector<HTMLInputElement>('[role=combobox]')?.value;
  return { scroll: isHidden ? 0 : main.scrollTop, at, says: says(controls[at]) };
}

/**
 * Shows a view from its top on, or as it was left. The focus, where it went with the view before, goes to the control that
 * it was on, or else to the heading, so that the keyboard goes on from there.
 * @returns the undo of what is still to come
 */
export function arrive(main: Element, left: Left | null | undefined): () => void {
  let frame = 0;
  const title = main.querySelector<HTMLElement>('h1');
  // A term's page has taken the focus to its title by itself.
  const isFree = () => [document.body, title].includes(document.activeElement as HTMLElement | null);
  const wasFree = isFree();
  const attempt = (frames: number) => {
    main.scrollTop = left?.scroll ?? 0;
    const controls = controlsOf(main);
    const control =
      left &&
      left.at >= 0 &&
      [controls[left.at], ...controls].find((one) => one !== undefined && says(one) === left.says);
    const isWhole = !left || (Math.abs(main.scrollTop - left.scroll) < 1 && control !== undefined);
    if (frames > 0 && !isWhole) frame = requestAnimationFrame(() => attempt(frames - 1));
    else if (wasFree && isFree()) (control || title)?.focus({ preventScroll: true });
  };
  attempt(FRAMES);
  return () => cancelAnimationFrame(frame);
}
