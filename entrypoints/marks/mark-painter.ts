import Mark from 'mark.js';
import type { Segment } from '../content/blocks';
import { closest } from '../content/elements';
import { type Match, segmentsOf } from '../content/match';
import type { Painter, PaintStyle } from '../content/painters/painter';
import { dissolve, groupTexts, marksIn, split, type TextGroup, unwrapStray } from './text-group';

const ATTRIBUTE = 'data-termlight';
/** What is a control already: a mark inside it takes no focus of its own. */
const CONTROL = 'a[href],button,summary,label,[role=button],[role=link],[tabindex]';

/** Text nodes that mark.js is given at once: it looks at all of them for each mark. */
const AT_ONCE = 64;

/** What a mark stands for. */
interface Stretch extends Segment {
  match: Match;
  /** Of the stretches of its match, the first. */
  first: boolean;
}

function stretchesByText(matches: Iterable<Match>): [Text, Stretch[]][] {
  const stretches = new Map<Text, Stretch[]>();
  for (const match of matches) {
    segmentsOf(match).forEach((segment, index) => {
      const stretch = { ...segment, match, first: index === 0 };
      const list = stretches.get(segment.node);
      if (list) list.push(stretch);
      else stretches.set(segment.node, [stretch]);
    });
  }
  return [...stretches].filter(([node]) => node.parentNode);
}

/**
 * Has mark.js mark copies of some text nodes in a document of their own: the page sees each of its nodes change once, when
 * all is done, and mark.js sees nothing of the page.
 * @param each called with every mark, in reading order
 * @returns an element for each text node, with the copy's parts: text, mark, text, mark … text
 */
function markCopies(
  texts: readonly [Text, Stretch[]][],
  each: (mark: HTMLElement, stretch: Stretch) => void,
): HTMLElement[] {
  const { body } = document.implementation.createHTMLDocument();
  const of = new Map<Mark.Range, Stretch>();
  let length = 0;
  const copies = texts.map(([node, stretches]) => {
    for (const stretch of stretches)
      of.set({ start: length + stretch.start, length: stretch.end - stretch.start }, stretch);
    length += node.length;
    const copy = body.appendChild(body.ownerDocument.createElement('p'));
    copy.append(node.data);
    return copy;
  });
  new Mark(body).markRanges([...of.keys()], {
    each: (mark: Element, range: Mark.Range) => each(mark as HTMLElement, of.get(range) as Stretch),
  } as Mark.MarkOptions);
  return copies;
}

function dress(mark: HTMLElement, { node, match, first }: Stretch, style: PaintStyle): void {
  mark.setAttribute(ATTRIBUTE, match.concept);
  // Where the browser takes the extension's style sheet away and leaves the mark, it must not turn yellow.
  mark.style.all = 'unset';
  mark.setAttribute(`${ATTRIBUTE}-style`, style.print ? `${style.style} print` : style.style);
  if (!first || (node.parentElement && closest(node.parentElement, CONTROL))) return;
  mark.tabIndex = 0;
  mark.setAttribute('role', 'button');
  mark.setAttribute('aria-haspopup', 'dialog');
  // Of a match over several text nodes, the first mark speaks for all.
  if (mark.textContent !== match.text) mark.setAttribute('aria-label', match.text);
}

/**
 * Paints with elements in the page: for browsers without highlights, and for readers who want terms that the keyboard
 * and a screen reader find. Each text node that is split keeps its list of parts, so that it can be made whole again as
 * the page knows it.
 */
export function createMarkPainter(look: PaintStyle): Painter {
  let style = look;
  const groups = new Map<Text, TextGroup>();
  const groupOf = new WeakMap<Node, TextGroup>();
  const marks = new Map<Match, HTMLElement[]>();

  /** Text nodes that the page made its own. */
  const left = new Set<Text>();

  const take = (group: TextGroup): Match[] => {
    groups.delete(group.origin);
    for (const text of dissolve(group)) {
      groupOf.delete(text);
      left.add(text);
    }
    const matches = new Set(group.matches);
    for (const match of matches) match.range = undefined;
    return [...matches];
  };
  /** Makes text nodes whole; a match that had marks elsewhere loses those, too. Returns the matches. */
  const takeAll = (from: Iterable<Text>): Set<Match> => {
    const off = new Set<Match>();
    const queue = [...from];
    for (let text = queue.pop(); text; text = queue.pop()) {
      const group = groups.get(text);
      if (!group) continue;
      for (const match of take(group)) {
        off.add(match);
        marks.delete(match);
        queue.push(...segmentsOf(match).map((segment) => segment.node));
      }
    }
    return off;
  };

  const put = (matches: Iterable<Match>) => {
    const texts = stretchesByText(matches);
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const some = texts.slice(from, from + AT_ONCE);
      const copies = markCopies(some, (mark, stretch) => {
        dress(mark, stretch, style);
        const own = marks.get(stretch.match);
        if (own) own.push(mark);
        else marks.set(stretch.match, [mark]);
      });
      some.forEach(([origin, stretches], index) => {
        if (copies[index].childElementCount === 0) return;
        const group = split(
          origin,
          copies[index],
          stretches.map(({ match }) => match),
        );
        groups.set(origin, group);
        for (const part of groupTexts(group)) groupOf.set(part, group);
      });
    }
    for (const match of matches) {
      const own = marks.get(match);
      if (own?.length) match.range = rangeOver(own);
    }
  };

  /** A page may copy its text together with the marks. */
  const unwrapStrays = (node: Node) => {
    if (!node.isConnected) return;
    for (const mark of marksIn(node)) if (!groupOf.has(mark)) unwrapStray(mark);
  };

  return {
    inPage: true,
    update(added, removed) {
      const gone = new Set(removed);
      const touched = [...removed, ...added].flatMap((match) => segmentsOf(match).map(({ node }) => node));
      const again = [...takeAll(touched)].filter((match) => !gone.has(match));
      put(new Set([...again, ...added]));
    },
    setActive(match) {
      for (const [other, own] of marks)
        for (const mark of own) mark.toggleAttribute(`${ATTRIBUTE}-active`, other === match);
    },
    setStyle(changed) {
      style = changed;
      put(takeAll(groups.keys()));
    },
    makeWay(records) {
      const touched = new Set<Text>();
      for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
        for (const node of [target, previousSibling, nextSibling, ...addedNodes, ...removedNodes]) {
          const group = node && groupOf.get(node);
          if (group && groups.has(group.origin)) touched.add(group.origin);
        }
      }
      const texts = [...takeAll(touched)].flatMap((match) => segmentsOf(match).map(({ node }) => node));
      for (const { addedNodes } of records) for (const node of addedNodes) unwrapStrays(node);
      texts.push(...left);
      left.clear();
      return texts;
    },
    originOf: (node) => groupOf.get(node)?.origin,
    clear() {
      takeAll(groups.keys());
      left.clear();
    },
  };
}

function rangeOver(marks: readonly HTMLElement[]): StaticRange {
  const last = marks[marks.length - 1];
  return new StaticRange({
    startContainer: marks[0].firstChild ?? marks[0],
    startOffset: 0,
    endContainer: last.firstChild ?? last,
    endOffset: last.textContent?.length ?? 0,
  });
}
