import { RadioField } from '../../components/RadioField';
import { i18n } from '../../lib/i18n';
import { LANGUAGES } from '../../lib/languages';
import type { GroupProps } from './App';

/** A language's name in the language itself: who looks for it reads nothing else. */
function nameOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The language of Termlight's own words. */
export function LanguageSettings({ settings, onChange }: GroupProps) {
  const tags = LANGUAGES.map((language) => ({ language, tag: language.replace('_', '-') }));
  return (
    <section class="tl-card-group">
      <h2>{i18n.t('options.language')}</h2>
      <RadioField
        label={i18n.t('options.languageOf')}
        hint={i18n.t('options.languageHint')}
        options={[
          { value: 'auto', label: i18n.t('options.languageAuto') },
          ...tags.map(({ language, tag }) => ({ value: language, label: nameOf(tag), lang: tag })),
        ]}
        value={settings.language}
        onChange={(value) => onChange(() => ({ language: value }))}
      />
    </section>
  );
}
