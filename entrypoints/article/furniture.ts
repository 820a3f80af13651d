import type { DomBlock } from '../content/blocks';
import { isLikelyInline, ownOf, parentOf } from '../content/elements';

/** What surrounds a page's text, by elements and roles; and links and buttons, of which menus and teasers are made. */
const AROUND =
  'nav,aside,footer,dialog,menu,a,button,summary,[role=navigation],[role=complementary],[role=contentinfo],[role=dialog],[role=menu],[role=search]';
/** Words in the classes and ids of what surrounds a page's text. */
const NAMES = new Set(
  (
    'ad ads advert author banner bio breadcrumb breadcrumbs byline comment comments consent cookie cookies discussion disqus footer header ' +
    'legal menu nav navbar navigation newsletter pager pagination popup promo recommended related replies reply share sharing sidebar ' +
    'signup social sponsor sponsored sponsors subscribe tag tags teaser teasers toolbar trending widget widgets'
  ).split(' '),
);
/** Less text than this is a label, UTF-16 units. */
const PROSE = 80;
/** Where more of a text is links, it is a menu or a list of what else there is to read. */
const MOST_LINKS = 0.5;
/** A headline is at least so long; a teaser has not more text than this beside its own, UTF-16 units. */
const HEADLINE = 20;
const BESIDE = 300;

/** The words of names in whatever style: `pageFooter`, `page-footer`, `page_footer`. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

const attributeOf = (element: Element, name: string) =>
  ownOf(element, 'getAttribute').call(element, name) ?? '';

function isNamedSo(element: Element): boolean {
  const words = wordsOf(`${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`);
  return words.some((word) => NAMES.has(word));
}

/** The element that a block is a line of, or all of. */
function boxOf({ element, pieces }: DomBlock): Element | null {
  let box = element ?? parentOf(pieces[0].node);
  while (box && isLikelyInline(box)) box = parentOf(box);
  return box;
}

/** How long an element's text is as it is read: blanks and line breaks of the markup count once. */
const lengthOf = ({ textContent }: Element) => (textContent ?? '').replace(/\s+/g, ' ').trim().length;

/** How long the longest of an element's links is, and all of them together, UTF-16 units. */
function linksIn(element: Element): { longest: number; all: number } {
  const lengths = [...ownOf(element, 'querySelectorAll').call(element, 'a')].map(lengthOf);
  return { longest: Math.max(0, ...lengths), all: lengths.reduce((sum, length) => sum + length, 0) };
}

/**
 * Tells of blocks that stand outside of a page's article whether they are text to be read all the same: paragraphs, not the
 * menus, teasers, comments and small print around the text. Answers are remembered.
 * @param article what holds the article: names of what is around that, too, say nothing
 */
export function proseTeller(article: Element | undefined): (block: DomBlock) => boolean {
  const lengths = new WeakMap<Element, number>();
  const answers = new WeakMap<DomBlock, boolean>();

  /** Asked of an element once, since a paragraph's neighbors ask for what is around them, too, which may be long. */
  function length(element: Element): number {
    let known = lengths.get(element);
    if (known === undefined) {
      known = lengthOf(element);
      lengths.set(element, known);
    }
    return known;
  }

  /** Whether a text stands, with little else, beside a headline that leads to another page. */
  function isTeaser(box: Element): boolean {
    const own = linksIn(box).longest;
    for (let at = parentOf(box); at && length(at) <= length(box) + BESIDE; at = parentOf(at)) {
      const { longest } = linksIn(at);
      if (longest >= HEADLINE && longest > own) return true;
    }
    return false;
  }

  function isFurniture(box: Element): boolean {
    for (let at: Element | null = box; at && at !== document.body; at = parentOf(at)) {
      if (article && ownOf(at, 'contains').call(at, article)) return false;
      if (ownOf(at, 'matches').call(at, AROUND) || isNamedSo(at)) return true;
    }
    return false;
  }

  function ask(block: DomBlock): boolean {
    const box = boxOf(block);
    if (!box || length(box) < PROSE) return false;
    return linksIn(box).all <= MOST_LINKS * length(box) && !isFurniture(box) && !isTeaser(box);
  }

  return (block) => {
    let known = answers.get(block);
    if (known === undefined) {
      known = ask(block);
      answers.set(block, known);
    }
    return known;
  };
}
