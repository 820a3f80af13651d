import type { DomBlock } from '../content/blocks';
import { closest, HEADINGS, isLikelyInline, ownOf, parentOf } from '../content/elements';
import { textWalker } from '../content/hot-texts';
import { isBefore } from '../content/reading-order';

/** What surrounds a page's text, by elements and roles; and links and buttons, of which menus and teasers are made. */
const AROUND =
  'nav,aside,footer,dialog,menu,a,button,summary,[role=navigation],[role=complementary],[role=contentinfo],[role=dialog],[role=menu],[role=search]';

const anyOf = (words: string) => `(?:${words.replace(/ /g, '|')})`;
const COMMENTS = 'comment comments disqus replies';
/** Words that say so wherever they stand in a class or an id. */
const AROUND_NAMES = new RegExp(
  `(?:^|-)${anyOf(
    `${COMMENTS} ads advert advertisement bibliography breadcrumb breadcrumbs byline citations cookie cookies copyright footer menu nav navbar ` +
      'newsletter pager pagination popup promo ref-list references reflist sidebar signup subscribe teaser teasers toolbar trending',
  )}(?:-|$)`,
);
/** Words that say so by themselves, or beside a word of the page's making: "related" does, "therapy-related-aml" does not. */
const LOOSE = anyOf(
  'ad author banner bio disclaimer header legal navigation recommended related responses share sharing social sponsor sponsored ' +
    'sponsors tag tags',
);
const LOOSE_NAMES = new RegExp(
  `^(?:${anyOf('article entry page post site')}-)?${LOOSE}(?:-${anyOf(
    'article articles bar bio box content info item items link links list media news post posts stories',
  )})?$`,
);
const COMMENT_NAMES = new RegExp(`(?:^|-)${anyOf(COMMENTS)}(?:-|$)`);

/** Less text than this is a label, UTF-16 units. */
const PROSE = 80;
/** Where more of a text is links, it is a menu or a list of what else there is to read. */
const MOST_LINKS = 0.5;
/** A headline is at least so long; a teaser, itself no longer than the most, has not more text than this beside its own, UTF-16 units. */
const HEADLINE = 20;
const BESIDE = 300;
const LONGEST_TEASER = 1000;
/** No more of a text is looked at, UTF-16 units. */
const ENOUGH = 2000;

/** Links that lead away, not to a place on the page or to somebody's mail. */
const LEADS_AWAY = 'a[href]:not([href^="#"],[href^="mailto:"],[href^="tel:"])';
/** What parts the text of an element into blocks of their own. */
const BLOCKS =
  'address,article,aside,blockquote,dd,div,dl,dt,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,table,td,ul';

/** Whether a class or the id of an element is such a name, whatever its style: `pageFooter` and `page_footer` are `page-footer`. */
function isNamed(element: Element, pattern: RegExp): boolean {
  const attribute = (name: string) => ownOf(element, 'getAttribute').call(element, name) ?? '';
  return `${attribute('id')} ${attribute('class')}`
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .some((name) => pattern.test(name.replace(/[^a-z]+/g, '-')));
}

const contains = (element: Element, other: Node | undefined): boolean =>
  other !== undefined && ownOf(element, 'contains').call(element, other);

/** The element and those around it, up to what holds the article. */
function* upFrom(element: Element, article: Element | undefined): Generator<Element> {
  for (let at: Element | null = element; at && at !== document.body; at = parentOf(at)) {
    if (contains(at, article)) return;
    yield at;
  }
}

/** How long a text is as it is read: blanks and line breaks of the markup count once. */
const lengthOf = (text: string) => text.replace(/\s+/g, ' ').trim().length;

/** How long an element's text is, and how much of it stands in links, UTF-16 units; of a long one only so much is asked. */
function measure(element: Element, most: number): { length: number; linked: number } {
  const walker = textWalker(element);
  let length = 0;
  let linked = 0;
  while (length <= most && walker.nextNode()) {
    const own = lengthOf((walker.currentNode as Text).data);
    const parent = own > 0 ? parentOf(walker.currentNode) : null;
    length += own;
    if (parent && closest(parent, 'a')) linked += own;
  }
  return { length, linked };
}

/** The nearest element around two nodes that is more than a part of a line. */
function boxAround(first: Node, last: Node): Element | null {
  let box = parentOf(first);
  while (box && (isLikelyInline(box) || !contains(box, last))) box = parentOf(box);
  return box;
}

/** How much of the text of a block stands in links, where it has all its text nodes. */
function linkedIn({ text, pieces }: DomBlock): number {
  let linked = 0;
  for (let i = 0; i < pieces.length; i++) {
    const parent = parentOf(pieces[i].node);
    if (parent && closest(parent, 'a')) linked += (pieces[i + 1]?.at ?? text.length) - pieces[i].at;
  }
  return linked;
}

/** Whether a link is in a heading, around one, or all of a line above a text. */
function isHeadline(link: Element, box: Element): boolean {
  if (measure(link, HEADLINE).length < HEADLINE || contains(box, link)) return false;
  if (closest(link, HEADINGS) || ownOf(link, 'querySelector').call(link, HEADINGS)) return true;
  const line = boxAround(link, link);
  return (
    line !== null && isBefore(link, box) && measure(line, ENOUGH).length === measure(link, ENOUGH).length
  );
}

/** Whether a text stands, with little else, beside a headline that leads to another page. */
function isTeaser(box: Element, length: number): boolean {
  if (length > LONGEST_TEASER) return false;
  const most = length + BESIDE;
  for (let at = parentOf(box); at && measure(at, most).length <= most; at = parentOf(at))
    for (const link of ownOf(at, 'querySelectorAll').call(at, LEADS_AWAY))
      if (isHeadline(link, box)) return true;
  return false;
}

function isFurniture(box: Element, article: Element | undefined): boolean {
  for (const at of upFrom(box, article)) {
    if (ownOf(at, 'matches').call(at, AROUND) || isNamed(at, AROUND_NAMES) || isNamed(at, LOOSE_NAMES))
      return true;
  }
  return false;
}

/**
 * Whether an element stands in what its page calls comments.
 * @param article what holds the article: names of what is around that, too, say nothing
 */
export function isComment(element: Element, article: Element | undefined): boolean {
  for (const at of upFrom(element, article)) if (isNamed(at, COMMENT_NAMES)) return true;
  return false;
}

/**
 * Whether a block that stands outside of a page's article is text to be read all the same: a paragraph, not one of the menus,
 * teasers, comments, lists of sources and small print around the text.
 * @param article what holds the article: names of what is around that, too, say nothing
 */
export function isProse(block: DomBlock, article: Element | undefined): boolean {
  const { pieces } = block;
  const box = block.element ?? boxAround(pieces[0].node, pieces[pieces.length - 1].node);
  if (!box) return false;
  // Lines of a paragraph are measured together; loose text beside other paragraphs by itself.
  const isLoose = !block.element && ownOf(box, 'querySelector').call(box, BLOCKS) !== null;
  const { length, linked } = isLoose
    ? { length: lengthOf(block.text), linked: linkedIn(block) }
    : measure(box, ENOUGH);
  if (length < PROSE || linked > MOST_LINKS * length || isFurniture(box, article)) return false;
  return isLoose || !isTeaser(box, length);
}
