import Mark from 'mark.js';
import type { Match } from '../content/match';
import type { Painter, PaintStyle } from '../content/painters/painter';
import { dissolve, groupTexts, type TextGroup } from './text-group';

const ATTRIBUTE = 'data-termlight';
/** What is a control already: a mark inside it takes no focus of its own. */
const CONTROL = 'a[href],button,summary,label,[role=button],[role=link],[tabindex]';

/** A stretch of the text of one element, as mark.js takes it, with the match that it stands for. */
interface MarkRange extends Mark.Range {
  node: Text;
  match: Match;
  first: boolean;
}

function textBefore(node: Text, context: Element): number {
  const walker = document.createTreeWalker(context, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode() && walker.currentNode !== node) length += (walker.currentNode as Text).length;
  return length;
}

/** Stretches by the elements that hold their text nodes: mark.js reads the text of one element at a time. */
function rangesByElement(matches: Iterable<Match>): Map<Element, MarkRange[]> {
  const ranges = new Map<Element, MarkRange[]>();
  const offsets = new Map<Text, number>();
  for (const match of matches) {
    match.segments.forEach(({ node, start, end }, index) => {
      const context = node.parentElement;
      if (!context) return;
      const before = offsets.get(node) ?? textBefore(node, context);
      offsets.set(node, before);
      const range = { start: before + start, length: end - start, node, match, first: index === 0 };
      const list = ranges.get(context);
      if (list) list.push(range);
      else ranges.set(context, [range]);
    });
  }
  return ranges;
}

function dress(mark: HTMLElement, { match, first }: MarkRange, style: PaintStyle): void {
  mark.setAttribute(ATTRIBUTE, match.concept);
  // Where the browser takes the extension's style sheet away and leaves the mark, it must not turn yellow.
  mark.style.all = 'unset';
  mark.setAttribute(`${ATTRIBUTE}-style`, style.print ? `${style.style} print` : style.style);
  if (!first || mark.parentElement?.closest(CONTROL)) return;
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

  const take = (group: TextGroup): Match[] => {
    groups.delete(group.origin);
    dissolve(group);
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
        queue.push(...match.segments.map((segment) => segment.node));
      }
    }
    return off;
  };

  const put = (matches: Iterable<Match>) => {
    for (const [context, ranges] of rangesByElement(matches)) {
      new Mark(context as HTMLElement).markRanges(ranges, {
        element: 'mark',
        each: (element: Element, range: Mark.Range) => {
          const mark = element as HTMLElement;
          const { node, match } = range as MarkRange;
          dress(mark, range as MarkRange, style);
          const group = groups.get(node) ?? { origin: node, head: '', parts: [], matches: [] };
          groups.set(node, group);
          group.matches.push(match);
          group.parts.push(mark, mark.nextSibling as Text);
          if (group.parts.length === 2) group.head = node.data;
          for (const part of groupTexts(group)) groupOf.set(part, group);
          marks.set(match, [...(marks.get(match) ?? []), mark]);
        },
      } as Mark.MarkOptions);
    }
    for (const match of matches) {
      const own = marks.get(match);
      if (own?.length) match.range = rangeOver(own);
    }
  };

  return {
    inPage: true,
    update(added, removed) {
      const gone = new Set(removed);
      const touched = [...removed, ...added].flatMap((match) => match.segments.map(({ node }) => node));
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
      return [...takeAll(touched)].flatMap((match) => match.segments.map(({ node }) => node));
    },
    originOf: (node) => groupOf.get(node)?.origin,
    clear() {
      takeAll(groups.keys());
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
