import type { ChosenNote, NoteScope } from '../glossary/notes';
import { i18n } from '../lib/i18n';
import { HereIcon } from './icons';
import { RichText } from './RichText';

interface Props {
  chosen: ChosenNote;
  /** Headword of a concept. */
  termOf(id: string): string;
  onOpen(id: string): void;
}

const WHY = {
  block: 'card.becauseParagraph',
  section: 'card.becauseSection',
  page: 'card.becausePage',
} as const satisfies Record<NoteScope, string>;

/** What the term means for the text around it, and why this note was chosen: that first, since notes speak of "this phase", "these drugs". */
export function InContext({ chosen, termOf, onOpen }: Props) {
  const names = new Intl.ListFormat(i18n.t('locale'), { type: 'conjunction' }).format(
    chosen.near.map(termOf),
  );
  return (
    <section class="tl-here">
      <h2 class="tl-eyebrow">
        <HereIcon />
        {i18n.t('card.inContext')}
      </h2>
      <p class="tl-why">{i18n.t(WHY[chosen.scope], [names])}</p>
      <RichText blocks={chosen.note.text} onOpen={onOpen} />
    </section>
  );
}
