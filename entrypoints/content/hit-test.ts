import type { Match } from './painters/painter';

/**
 * Finds the match under a point without asking the highlights one by one: the caret position gives the text node, an
 * index by text node gives its matches, and the match's own boxes settle it, since the caret snaps to the nearest text.
 */
export class HitTest {
  #byNode = new Map<Node, Match[]>();

  constructor(matches: Match[]) {
    for (const match of matches) {
      const { startContainer, endContainer } = match.range;
      this.#add(startContainer, match);
      if (endContainer !== startContainer) this.#add(endContainer, match);
    }
  }

  #add(node: Node, match: Match): void {
    const list = this.#byNode.get(node);
    if (list) list.push(match);
    else this.#byNode.set(node, [match]);
  }

  /** The match at a point of the viewport (CSS pixels), if there is one. */
  at(x: number, y: number): Match | undefined {
    const caret = document.caretPositionFromPoint(x, y);
    const matches = caret && this.#byNode.get(caret.offsetNode);
    return matches?.find((match) =>
      [...liveRange(match.range).getClientRects()].some(
        (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
      ),
    );
  }
}

/** A live range over a static one, for its boxes. */
export function liveRange(range: StaticRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}
