import type { Block } from '../glossary/schema';
import { GLOSSARY_LANGUAGE } from './glossary-language';

interface Props {
  blocks: Block[];
  /** Called with the concept id of a link. */
  onOpen(id: string): void;
}

/**
 * Words that lead to another concept. No button: one would not break over lines as the words around it do; and no
 * anchor: its address would end up in the page's.
 */
function ConceptLink({ text, onOpen }: { text: string; onOpen(): void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      role="link"
      tabIndex={0}
      class="tl-link"
      onClick={onOpen}
      onKeyDown={(event) => event.key === 'Enter' && onOpen()}
    >
      {text}
    </span>
  );
}

function Spans({ block, onOpen }: { block: Block; onOpen: Props['onOpen'] }) {
  return (
    <>
      {block.spans.map((span) =>
        typeof span === 'string' ? span : <ConceptLink text={span.text} onOpen={() => onOpen(span.to)} />,
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
    <div class="tl-text" lang={GLOSSARY_LANGUAGE}>
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
