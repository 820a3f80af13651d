import type { ChosenNote, NoteScope } from '../glossary/notes';
import { i18n } from '../lib/i18n';
import { HereIcon } from './icons';
import { RichText } from './RichText';

/** What a block of text is to a reader. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'cell' | 'caption';

interface Props {
  chosen: ChosenNote;
  /** What the term stands in. */
  block?: BlockKind;
  /** Headword of a concept. */
  termOf(id: string): string;
  onOpen(id: string): void;
}

const WHY = {
  section: 'card.becauseSection',
  page: 'card.becausePage',
} as const satisfies Record<Exclude<NoteScope, 'block'>, string>;
const WHY_BLOCK = {
  paragraph: 'card.becauseParagraph',
  heading: 'card.becauseHeading',
  item: 'card.becauseItem',
  cell: 'card.becauseCell',
  caption: 'card.becauseCaption',
} as const satisfies Record<BlockKind, string>;

/** What the term means for the text around it, and why this note was chosen: that first, since notes speak of "this phase", "these drugs". */
export function InContext({ chosen, block = 'paragraph', termOf, onOpen }: Props) {
  const names = new Intl.ListFormat(i18n.t('locale'), { type: 'conjunction' }).format(
    chosen.near.map(termOf),
  );
  return (
    <section class="tl-here">
      <h2 class="tl-eyebrow">
        <HereIcon />
        {i18n.t('card.inContext')}
      </h2>
      <p class="tl-why">{i18n.t(chosen.scope === 'block' ? WHY_BLOCK[block] : WHY[chosen.scope], [names])}</p>
      <RichText blocks={chosen.note.text} onOpen={onOpen} />
    </section>
  );
}
