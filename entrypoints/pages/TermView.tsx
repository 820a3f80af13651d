import { useMemo } from 'preact/hooks';
import { useNotice } from '../../components/Notice';
import { TermPage } from '../../components/TermPage';
import type { PageAtHand } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { conceptsOn, countTerms } from '../../lib/page-terms';
import { cardOf, termOf } from '../../lib/reference';
import { type SavedTerm, updateSaved, withStar } from '../../lib/saved';
import type { Settings } from '../../lib/settings';
import { toggled, updateSettings } from '../../lib/settings-store';

interface Props {
  id: string;
  page: PageAtHand | undefined;
  settings: Settings | undefined;
  saved: SavedTerm[] | undefined;
  onOpen(id: string): void;
  /** After the page was sent to an occurrence. */
  onJumped?(): void;
}

/** A concept's page, with what the reader and the page at hand add to it. */
export function TermView({ id, page, settings, saved, onOpen, onJumped }: Props) {
  const card = cardOf(id);
  const { attempt, bar } = useNotice();
  const near = useMemo(() => conceptsOn(page?.frames ?? []), [page?.frames]);
  const here = useMemo(
    () => countTerms(page?.frames ?? []).find(({ concept }) => concept === id),
    [page?.frames, id],
  );
  if (!card) return <p class="tl-empty">{i18n.t('term.unknown', [id])}</p>;
  return (
    <>
      <TermPage
        card={card}
        termOf={termOf}
        saved={saved?.some(({ concept }) => concept === id) ?? false}
        known={settings?.known.includes(id) ?? false}
        near={near}
        occurrences={here?.count ?? 0}
        onOpen={onOpen}
        onSave={(on) => attempt(updateSaved((list) => withStar(list, id, on)))}
        onKnown={(on) => attempt(updateSettings(({ known }) => ({ known: toggled(known, id, on) })))}
        onJump={() => {
          if (here) page?.jumpTo(here.first.frame, here.first.key);
          onJumped?.();
        }}
      />
      {bar}
    </>
  );
}
