import { useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { FileButton } from '../../components/FileButton';
import { PrintIcon } from '../../components/icons';
import { useNotice } from '../../components/Notice';
import { SavedTerms } from '../../components/SavedTerms';
import { faultInWords, PlainFault } from '../../lib/faults';
import { useFocusInList } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { cardOf, termOf } from '../../lib/reference';
import { MAX_NOTE, merged, putBack, type SavedTerm, updateSaved, withStar } from '../../lib/saved';
import {
  FILE_NAMES,
  ImportError,
  readSavedFile,
  type SavedFormat,
  writeSaved,
} from '../../lib/saved-formats';
import { MAX_FILE, offerFile } from '../pages/files';
import { plainText } from '../pages/results';
import { hrefOfTerm } from '../pages/route';

const TYPES: Record<SavedFormat, string> = { csv: 'text/csv', markdown: 'text/markdown', anki: 'text/plain' };

const textOf = (id: string) => {
  const card = cardOf(id);
  return card && { term: card.term, plain: plainText(card.plain) };
};

const headings = () => ({
  title: i18n.t('saved.file.title'),
  term: i18n.t('saved.file.term'),
  definition: i18n.t('saved.file.definition'),
  note: i18n.t('saved.file.note'),
});

const faultOf = (error: unknown): string =>
  error instanceof ImportError
    ? i18n.t(`saved.badFile.${error.fault}`, [String(error.line), error.what])
    : faultInWords(error);

/** The list with one item moved by a place. */
function moved(saved: SavedTerm[], concept: string, by: -1 | 1): SavedTerm[] {
  const from = saved.findIndex((item) => item.concept === concept);
  const out = [...saved];
  const [item] = out.splice(from, 1);
  if (item) out.splice(Math.max(0, from + by), 0, item);
  return out;
}

/** Starred terms with the reader's notes: to keep, to order, to print, to take elsewhere. */
export function SavedView({ saved }: { saved: SavedTerm[] | undefined }) {
  const { tell, attempt, bar } = useNotice();
  const title = useRef<HTMLHeadingElement>(null);
  const expectChange = useFocusInList(
    (saved ?? []).map(({ concept }) => concept),
    (place) =>
      title.current?.closest('main')?.querySelectorAll<HTMLElement>('.tl-saved-head a')[place] ??
      title.current,
  );
  if (!saved) return null;

  const remove = async (concept: string) => {
    expectChange();
    let at = -1;
    let item: SavedTerm | undefined;
    await updateSaved((list) => {
      // As it stands in the storage now: the view may be a moment behind.
      at = list.findIndex((one) => one.concept === concept);
      item = list[at];
      return withStar(list, concept, false);
    });
    tell({
      text: i18n.t('saved.removed', [termOf(concept)]),
      undo: () => {
        attempt(updateSaved((list) => (item ? putBack(list, item, at) : list)));
      },
    });
  };
  const take = async (file: File) => {
    try {
      if (file.size > MAX_FILE) throw new PlainFault(i18n.t('saved.tooLarge'));
      const isConcept = (id: string) => cardOf(id) !== undefined;
      const { terms, unknown } = readSavedFile(await file.text(), isConcept, file.name);
      await updateSaved((list) => {
        const next = merged(list, terms);
        const full = next.find(({ note }) => note.length > MAX_NOTE);
        if (full) throw new PlainFault(i18n.t('saved.noteFull', [termOf(full.concept), String(MAX_NOTE)]));
        return next;
      });
      const text = i18n.t('saved.imported', terms.length);
      const rest = unknown.length ? ` ${i18n.t('saved.leftOut', [unknown.join(', ')])}` : '';
      tell({ text: text + rest, bad: unknown.length > 0 });
    } catch (error) {
      tell({ bad: true, text: i18n.t('saved.notImported', [file.name, faultOf(error)]) });
    }
  };

  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {i18n.t('panel.saved')}
      </h1>
      {saved.length ? (
        <p class="tl-hint">{i18n.t('saved.intro')}</p>
      ) : (
        <p class="tl-empty">{i18n.t('saved.empty')}</p>
      )}
      <SavedTerms
        items={saved.map((item) => ({
          ...item,
          term: termOf(item.concept),
          plain: textOf(item.concept)?.plain ?? '',
        }))}
        maxNote={MAX_NOTE}
        hrefOf={hrefOfTerm}
        onNote={(concept, note) =>
          attempt(
            updateSaved((list) => list.map((item) => (item.concept === concept ? { ...item, note } : item))),
          )
        }
        onMove={(concept, by) => attempt(updateSaved((list) => moved(list, concept, by)))}
        onRemove={(concept) => attempt(remove(concept))}
      />
      {bar}
      <div class="tl-buttons">
        {saved.length > 0 && (
          <>
            <button
              type="button"
              class="tl-button"
              onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/sheet.html') })}
            >
              <PrintIcon />
              {i18n.t('saved.print')}
            </button>
            {(['csv', 'markdown', 'anki'] as const).map((format) => (
              <button
                key={format}
                type="button"
                class="tl-button"
                onClick={() =>
                  offerFile(FILE_NAMES[format], writeSaved(format, saved, textOf, headings()), TYPES[format])
                }
              >
                {i18n.t(`saved.${format}`)}
              </button>
            ))}
          </>
        )}
        <FileButton
          label={i18n.t('saved.import')}
          accept=".csv,.md,.txt"
          onFile={(file) => void take(file)}
        />
      </div>
    </>
  );
}
