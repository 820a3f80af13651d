import { GLOSSARY_LANGUAGE } from '../../components/glossary-language';
import { PrintIcon } from '../../components/icons';
import { useDocument, useSaved, useSettings } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { cardOf, termOf } from '../../lib/reference';
import { plainText } from '../pages/results';

/** The saved terms on paper, to take to an appointment. */
export function App() {
  const saved = useSaved();
  const settings = useSettings();
  useDocument(settings, () => i18n.t('sheet.title'));
  if (!saved || !settings) return null;
  return (
    <main>
      <header>
        <h1>{i18n.t('sheet.title')}</h1>
        <button type="button" class="tl-button tl-primary tl-noprint" onClick={() => print()}>
          <PrintIcon />
          {i18n.t('sheet.print')}
        </button>
      </header>
      <p class="tl-blank">{i18n.t('sheet.date')}</p>
      {saved.map(({ concept, note }) => (
        <section key={concept}>
          <h2 lang={GLOSSARY_LANGUAGE}>
            {termOf(concept)}
            {cardOf(concept)?.say && <span class="tl-say"> {cardOf(concept)?.say}</span>}
          </h2>
          <p lang={GLOSSARY_LANGUAGE}>{plainText(cardOf(concept)?.plain ?? [])}</p>
          {note && <p class="tl-sheet-note">{note}</p>}
        </section>
      ))}
      <section>
        <h2>{i18n.t('sheet.questions')}</h2>
        <p class="tl-blank" />
        <p class="tl-blank" />
        <p class="tl-blank" />
      </section>
      <footer>{i18n.t('sheet.disclaimer')}</footer>
    </main>
  );
}
