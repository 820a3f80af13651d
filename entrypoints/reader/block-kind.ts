import type { BlockKind } from '../../components/InContext';
import type { DomBlock } from '../content/blocks';
import { closest } from '../content/elements';

const KINDS: Record<string, BlockKind> = {
  p: 'paragraph',
  li: 'item',
  dt: 'item',
  dd: 'item',
  td: 'cell',
  th: 'cell',
  caption: 'caption',
  figcaption: 'caption',
};
const TOLD = Object.keys(KINDS).join();

/** What a block is to a reader: by the nearest element that tells. */
export function kindOf({ isHeading, pieces }: DomBlock): BlockKind {
  if (isHeading) return 'heading';
  const { parentElement } = pieces[0].node;
  const element = parentElement && closest(parentElement, TOLD);
  return KINDS[element?.localName ?? ''] ?? 'paragraph';
}
