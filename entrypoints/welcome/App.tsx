import releases from 'virtual:termlight/changelog';
import { browser } from 'wxt/browser';
import { GLOSSARY_LANGUAGE } from '../../components/glossary-language';
import { SamplePage } from '../../components/SamplePage';
import { useDocument, useSettings } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { PARAGRAPH } from '../options/article';
import { previewOf } from '../options/sample';

/** The changelog's heading over what has no version yet; versions and dates read the same in every language. */
const UNRELEASED = 'Unreleased';

/** The first run: in a minute, what Termlight does, what it reads, and that nothing leaves the machine. */
export function App() {
  const settings = useSettings();
  useDocument(settings, () => i18n.t('welcome.title'));
  if (!settings) return null;
  const sample = previewOf(PARAGRAPH, settings);
  return (
    <main class="tl-welcome-page">
      <header>
        <img src="/icon/96.png" alt="" width="72" height="72" />
        <h1>{i18n.t('welcome.title')}</h1>
        <p class="tl-lead">{i18n.t('welcome.lead')}</p>
      </header>
      <SamplePage label={i18n.t('welcome.sampleLabel')} blocks={sample} style={settings.style} />
      <ol class="tl-steps">
        {(['one', 'two', 'three'] as const).map((step) => (
          <li key={step}>
            <h2>{i18n.t(`welcome.${step}`)}</h2>
            <p>{i18n.t(`welcome.${step}Text`)}</p>
          </li>
        ))}
      </ol>
      <section class="tl-card-group">
        <h2>{i18n.t('welcome.privacy')}</h2>
        <ul>
          {(['reads', 'stays', 'keeps', 'off'] as const).map((point) => (
            <li key={point}>{i18n.t(`welcome.${point}`)}</li>
          ))}
        </ul>
      </section>
      <section class="tl-card-group">
        <h2>{i18n.t('welcome.limits')}</h2>
        <p>{i18n.t('welcome.limitsText')}</p>
      </section>
      <div class="tl-buttons">
        <a class="tl-button tl-primary" href="/sidepanel.html#/terms">
          {i18n.t('welcome.browse')}
        </a>
        <button type="button" class="tl-button" onClick={() => browser.runtime.openOptionsPage()}>
          {i18n.t('welcome.options')}
        </button>
      </div>
      <section id="new" class="tl-news">
        <h2>{i18n.t('welcome.new')}</h2>
        {releases.map(({ heading, points }) => (
          <details key={heading} open={location.hash === '#new'}>
            <summary>{heading === UNRELEASED ? i18n.t('welcome.unreleased') : heading}</summary>
            <ul lang={GLOSSARY_LANGUAGE}>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </main>
  );
}
