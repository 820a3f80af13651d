import { expect, test } from 'vitest';
import type { DomBlock } from '../../entrypoints/content/blocks';
import { learnPlace } from '../../entrypoints/content/reading';

test('a block that was read out of order learns where it stands, and under which heading', () => {
  const [first, second] = ['It began with ', 'vincristine'].map((data) => ({ data }) as Text);
  const heading = { contains: (node: Node) => node === second } as Element;
  const block: DomBlock = {
    text: 'It began with vincristine',
    at: -1,
    pieces: [
      { node: first, at: 0 },
      { node: second, at: 14 },
    ],
    element: undefined,
    candidates: [],
    heading: undefined,
    isHeading: false,
    visible: true,
  };
  learnPlace(block, { node: second, text: second.data, at: 1014, candidates: [], seam: false, heading });
  expect(block).toMatchObject({ at: 1000, heading, isHeading: true });
  const other = {} as Element;
  learnPlace(block, { node: first, text: first.data, at: 1000, candidates: [], seam: false, heading: other });
  expect(block).toMatchObject({ at: 1000, heading, isHeading: true });
});
