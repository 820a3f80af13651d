import type { DomBlock } from '../content/blocks';
import { hasPlace, isVisible, parentOf, type ReadRoot } from '../content/elements';
import { findHotTexts, type HotText } from '../content/hot-texts';
import type { Match } from '../content/match';
import { Pacer } from '../content/pacer';
import type { Follower, Session } from '../content/session';
import { findShadowRoots } from '../content/shadow-roots';
import { isRoot } from '../content/sniff';
import highlightStyle from '../content/style.css?raw';
import type { Changes } from '../content/watcher';
import markStyle from '../marks/marks.css?raw';
import { marksIn } from '../marks/text-group';
import { changedTexts, hotAgain, inSlices, isHere, scanChanged } from './changes';
import { Headings } from './headings';
import { placeAnew } from './places';
import { Refusals } from './refusals';
import { removeRemains } from './remains';

let sheet: CSSStyleSheet | undefined;
const styled = new WeakSet<Node>();
/** Events with which a page may show or hide something though none of its attributes changes: a box that is ticked, `:target`. */
const SHOWING = ['change', 'toggle', 'transitionend', 'animationend', 'hashchange', 'resize'];

/**
 * Gives the shadow trees in which blocks stand the rules for what is lit: marks take them from nowhere else, and in Firefox
 * highlights neither.
 */
const styleRoots = (blocks: readonly DomBlock[], pacer: Pacer): Promise<void> =>
  inSlices(blocks, pacer, ({ pieces }) => {
    const root = pieces[0].node.getRootNode();
    if (!(root instanceof ShadowRoot) || styled.has(root)) return;
    styled.add(root);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(highlightStyle + markStyle);
    }
    root.adoptedStyleSheets.push(sheet);
  });

/** Takes the rules out of a shadow tree again. */
function unstyle(root: ShadowRoot): void {
  if (!styled.delete(root)) return;
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((own) => own !== sheet);
}

interface Dropped {
  block: DomBlock;
  matches: Match[];
}

/** Whether a block stands in its place as it was, when it is read again. */
function isSame({ text, pieces, element }: DomBlock, read: DomBlock): boolean {
  if (text !== read.text || element?.contains(pieces[0].node) === false) return false;
  const places = new Map(read.pieces.map(({ node, at }) => [node, at]));
  return pieces.every(({ node, at }) => places.get(node) === at);
}

/** Keeps a session's model as the page is: reads the changed blocks again, and only those. */
export function createFollower(session: Session): Follower {
  const { page, matcher, watcher, signal } = session;
  const headings = new Headings();
  let mode = document.designMode;
  /** Blocks of which something was made dark before they were read again. */
  const unlit = new WeakSet<DomBlock>();
  /** Text nodes that the painter had to leave. */
  const bare = new Set<Text>();
  /** Texts of blocks that get no marks for now. */
  const waiting = new Set<Text>();
  /** When marks were put into a block that was read again. */
  const markedAt = new WeakMap<DomBlock, number>();
  const refusals = new Refusals(() => {
    for (const text of waiting) bare.add(text);
    waiting.clear();
    watcher.request({ visibility: true });
  }, signal);

  /** The texts of the blocks of which the page took marks away, and when they were put there. */
  const unmarked = (records: readonly MutationRecord[]): Map<string, number> => {
    const texts = new Map<string, number>();
    for (const { removedNodes } of page.painter?.originOf ? records : []) {
      for (const mark of [...removedNodes].flatMap(marksIn)) {
        // One that is still in the page was only moved.
        const origin = mark.isConnected ? undefined : page.painter?.originOf?.(mark);
        const block = origin && page.blockOf(origin);
        if (block) texts.set(block.text, markedAt.get(block) ?? 0);
      }
    }
    return texts;
  };

  /** Takes out of the model what the page will not have marked for now. */
  const leaveAlone = (blocks: readonly DomBlock[]): void => {
    // A page that writes its text anew leaves the old one behind.
    for (const text of waiting) if (!isHere(text)) waiting.delete(text);
    for (const block of page.painter?.originOf ? blocks : []) {
      if (!refusals.refuses(block.text)) continue;
      page.drop(block);
      for (const { node } of block.pieces) waiting.add(node);
    }
  };

  /** Puts blocks under their headings, all blocks when headings came or went; returns whether they did. */
  const assignHeadings = async (blocks: readonly DomBlock[], pacer: Pacer): Promise<boolean> => {
    const moved = headings.refresh(session.root);
    if (moved) await headings.assignAll(page.blocks, pacer);
    else await inSlices(blocks, pacer, (block) => headings.assign(block));
    return moved;
  };

  /** Asks which blocks can be seen now; returns whether any answer changed. */
  const lookAgain = async (pacer: Pacer): Promise<boolean> => {
    let changed = false;
    await inSlices(page.blocks, pacer, (block) => {
      const { node } = block.pieces[0];
      const parent = parentOf(node);
      const visible = parent !== null && isVisible(parent) && hasPlace(node);
      if (visible !== block.visible) changed = true;
      block.visible = visible;
    });
    return changed;
  };

  /** Takes the shadow roots out of the model that left the page with their hosts; no record names the texts in them. */
  const forgetShadows = (): ShadowRoot[] => {
    const gone: ShadowRoot[] = [];
    let kept = 0;
    for (const root of page.shadowRoots) {
      if (isHere(root)) page.shadowRoots[kept++] = root;
      else gone.push(root);
    }
    page.shadowRoots.length = kept;
    return gone;
  };

  /** The texts to be read again: what changed, and what the painter had to leave. */
  const textsOf = async (changes: Changes, pacer: Pacer): Promise<Set<Text>> => {
    // That a document becomes an editor is told by nothing but what is written in it then.
    changes.everything ||= document.designMode !== mode;
    mode = document.designMode;
    const left = [...bare];
    bare.clear();
    const gone = forgetShadows();
    const texts = await changedTexts(changes, [session.root, ...page.shadowRoots], gone, pacer);
    if (changes.everything) {
      // No record names the texts that are gone.
      await inSlices(page.blocks, pacer, ({ pieces }) => {
        for (const { node } of pieces) if (!isHere(node)) texts.add(node);
      });
    }
    await inSlices([...texts], pacer, (text) => texts.add(page.painter?.originOf?.(text) ?? text));
    await inSlices(left, pacer, (text) => {
      texts.add(text);
      const block = page.blockOf(text);
      if (block) unlit.add(block);
    });
    return texts;
  };

  const openShadows = async (from: readonly ReadRoot[]): Promise<void> => {
    const pacer = new Pacer(signal);
    const hot: HotText[] = [];
    for (const element of from) {
      for (const root of await findShadowRoots(element, pacer)) {
        if (pacer.due) await pacer.rest();
        if (page.shadowRoots.includes(root)) continue;
        page.shadowRoots.push(root);
        removeRemains(root);
        watcher.observe(root);
        hot.push(...(await findHotTexts(root, matcher, pacer)));
      }
    }
    const blocks = await session.readBlocks(hot, pacer);
    if (!blocks.length) return;
    await styleRoots(blocks, pacer);
    await assignHeadings(
      blocks.filter((block) => !block.heading),
      pacer,
    );
    await session.decide(pacer);
  };

  for (const type of SHOWING)
    addEventListener(type, () => watcher.request({ visibility: true }), { capture: true, signal });
  // It may have done so before.
  watcher.request({ visibility: true });
  // What was put into the page's own trees goes with all else.
  signal.addEventListener('abort', () => page.shadowRoots.forEach(unstyle));

  return {
    openShadows,

    onRecords(records) {
      refusals.note(unmarked(records));
      watcher.unnoticed(() => {
        for (const text of page.painter?.makeWay?.(records) ?? []) bare.add(text);
      });
      // What the page overwrote is dark at once; what comes in its place is read with the other changes.
      const stale: Match[] = [];
      for (const { type, target } of records) {
        const block = type === 'characterData' && page.blockOf(target);
        if (!block) continue;
        const index = block.pieces.findIndex(({ node }) => node === target);
        const from = block.pieces[index]?.at ?? 0;
        const to = block.pieces[index + 1]?.at ?? block.text.length;
        const written = (target as Text).data;
        for (const match of page.matchesIn(block)) {
          const { start, end } = match.candidate;
          if (!match.shown || end <= from || start >= to) continue;
          if (start >= from && end <= to && written.startsWith(match.text, start - from)) continue;
          match.shown = false;
          stale.push(match);
          unlit.add(block);
        }
      }
      if (stale.length) watcher.unnoticed(() => page.painter?.update([], stale));
    },

    async onChanges(changes) {
      const pacer = new Pacer(signal);
      const texts = await textsOf(changes, pacer);
      const dropped = new Map<Node, Dropped>();
      /** Texts whose block is to be read anew, whatever the scan says. */
      const again = new Set<Text>();
      const drop = (node: Node) => {
        const block = page.blockOf(node);
        if (!block) return;
        const matches = page.drop(block);
        for (const piece of block.pieces) dropped.set(piece.node, { block, matches });
        if (page.painter?.originOf) {
          // A block is read as the page wrote it, without marks.
          watcher.unnoticed(() => page.painter?.update([], matches));
          unlit.add(block);
        }
        for (const piece of block.pieces.toReversed()) again.add(piece.node);
      };
      // The last first: a list is cut at its end more quickly.
      await inSlices([...texts].reverse(), pacer, drop);
      await inSlices(changes.records, pacer, ({ target }) => drop(target));
      const hot = await scanChanged(texts, matcher, pacer);
      // A neighbour that was not changed itself may now belong to a changed block.
      await inSlices(hot, pacer, ({ node }) => drop(node));
      await inSlices([...again].reverse(), pacer, (node) => isHere(node) && hot.push(hotAgain(node)));

      const anew = new Set<DomBlock>();
      const blocks = await session.readBlocks(hot, pacer, (read) => {
        const stood = read.pieces.find(({ node }) => dropped.has(node));
        const before = stood && dropped.get(stood.node);
        if (!before || unlit.has(before.block) || !isSame(before.block, read)) return undefined;
        before.block.visible = read.visible;
        anew.add(before.block);
        return before;
      });
      leaveAlone(blocks);
      for (const block of blocks) anew.add(block);
      if (anew.size) await placeAnew(page.blocks, anew, pacer);
      await styleRoots(blocks, pacer);
      // To find its heading anew takes each block of a long page long, so not where only something was shown.
      const written = changes.everything || changes.records.length > 0 || blocks.length > 0;
      const moved = written && (await assignHeadings(blocks, pacer));
      const seen = changes.visibility && (await lookAgain(pacer));
      // A page may take marks away before the one that put them there hears that it is done.
      await inSlices(blocks, pacer, (block) => markedAt.set(block, Number.POSITIVE_INFINITY));
      if (blocks.length || dropped.size || moved || seen) await session.decide(pacer);
      const done = performance.now();
      await inSlices(blocks, pacer, (block) => markedAt.set(block, done));
      await openShadows(changes.records.flatMap(({ addedNodes }) => [...addedNodes].filter(isRoot)));
    },
  };
}
