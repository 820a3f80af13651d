/** What the window of a page under test offers when it is to grow. */
export interface Growth {
  /** Puts all back that was taken out, bit by bit. */
  grow(): Promise<void>;
}

/** Runs in a page before it is read: takes out what holds most of its text, piece by piece, until it is asked for. */
export function installGrowth(): void {
  const STEPS = 60;
  const PAUSE = 50;
  /** Pieces of text by themselves, not boxes of pieces. */
  const PIECES = /^(p|table|tbody|ul|ol|dl)$/;
  const lengthOf = ({ textContent }: Element) => textContent?.length ?? 0;
  const mostOf = (box: Element) =>
    [...box.children].find((child) => !PIECES.test(child.localName) && lengthOf(child) > 0.6 * lengthOf(box));
  document.addEventListener('DOMContentLoaded', () => {
    let box: Element = document.body;
    for (let next = mostOf(box); next; next = mostOf(box)) box = next;
    const pieces = [...box.childNodes];
    box.replaceChildren();
    const grow = async () => {
      const step = Math.ceil(pieces.length / STEPS);
      while (pieces.length) {
        box.append(...pieces.splice(0, step));
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    };
    Object.assign(window, { grow } satisfies Growth);
  });
}
