/** What a reader does not see in a word: soft hyphens, zero-width spaces. */
export const UNSEEN = /[\u00ad\u200b]/g;

/** Runs in a page before it is read: cuts its texts in pieces, with comments, line-break opportunities and soft hyphens in words. */
export function installPieces(): void {
  const LEFT = /^(script|style|noscript|textarea|title|pre|code|option)$/;
  // The same each time.
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  document.addEventListener('DOMContentLoaded', () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || LEFT.test(text.parentElement?.localName ?? '')) continue;
      const pieces = new DocumentFragment();
      for (const piece of text.data.split(/(?<=[aeiou])(?=\p{L})/u)) {
        const chance = random();
        pieces.append(chance < 0.2 ? `${piece}\u00ad` : piece);
        if (chance > 0.9) pieces.append(document.createComment('here'));
        else if (chance > 0.85) pieces.append(document.createElement('wbr'));
      }
      text.replaceWith(pieces);
    }
  });
}
