import type { Block } from '../glossary/schema';

interface Props {
  blocks: Block[];
  /** Called with the concept id of a link. */
  onOpen(id: string): void;
}

function Spans({ block, onOpen }: { block: Block; onOpen: Props['onOpen'] }) {
  return (
    <>
      {block.spans.map((span) =>
        typeof span === 'string' ? (
          span
        ) : (
          <button type="button" class="tl-link" onClick={() => onOpen(span.to)}>
            {span.text}
          </button>
        ),
      )}
    </>
  );
}

/** A definition's paragraphs and lists, as elements: never as an HTML string. */
export function RichText({ blocks, onOpen }: Props) {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'li' && last?.[0].kind === 'li') last.push(block);
    else groups.push([block]);
  }
  return (
    <div class="tl-text">
      {groups.map((group) =>
        group[0].kind === 'li' ? (
          <ul>
            {group.map((block) => (
              <li>
                <Spans block={block} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        ) : (
          <p>
            <Spans block={group[0]} onOpen={onOpen} />
          </p>
        ),
      )}
    </div>
  );
}
