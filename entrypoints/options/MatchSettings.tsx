import { RadioField } from '../../components/RadioField';
import { RangeField } from '../../components/RangeField';
import { Switch } from '../../components/Switch';
import { i18n } from '../../lib/i18n';
import type { GroupProps } from './App';

const MAX_DENSITY = 30;
/** The slider's last place stands for no limit, which the settings know as 0. */
const NO_LIMIT = MAX_DENSITY + 1;

/** What is lit, and how much of it. */
export function MatchSettings({ settings, onChange }: GroupProps) {
  const { enabled, scope, occurrences, density, supporting, everyday, links } = settings;
  return (
    <section class="tl-card-group">
      <h2>{i18n.t('options.matching')}</h2>
      <Switch
        label={i18n.t('options.enabled')}
        hint={i18n.t('options.enabledHint')}
        on={enabled}
        onChange={(on) => onChange(() => ({ enabled: on }))}
      />
      <RadioField
        label={i18n.t('options.scope')}
        options={[
          {
            value: 'article',
            label: i18n.t('options.scopeArticle'),
            hint: i18n.t('options.scopeArticleHint'),
          },
          { value: 'page', label: i18n.t('options.scopePage') },
        ]}
        value={scope}
        onChange={(value) => onChange(() => ({ scope: value }))}
      />
      <RadioField
        label={i18n.t('options.occurrences')}
        options={[
          { value: 'section', label: i18n.t('options.occurrencesSection') },
          { value: 'page', label: i18n.t('options.occurrencesPage') },
          { value: 'every', label: i18n.t('options.occurrencesEvery') },
        ]}
        value={occurrences}
        onChange={(value) => onChange(() => ({ occurrences: value }))}
      />
      <RangeField
        label={i18n.t('options.density')}
        hint={i18n.t('options.densityHint')}
        min={1}
        max={NO_LIMIT}
        value={density ? Math.min(density, MAX_DENSITY) : NO_LIMIT}
        text={density ? i18n.t('options.densityValue', density) : i18n.t('options.densityNone')}
        onChange={(value) => onChange(() => ({ density: value === NO_LIMIT ? 0 : value }))}
      />
      <RadioField
        label={i18n.t('options.supporting')}
        hint={i18n.t('options.supportingHint')}
        options={[
          { value: 'cancer-pages', label: i18n.t('options.supportingCancer') },
          { value: 'always', label: i18n.t('options.supportingAlways') },
          { value: 'never', label: i18n.t('options.supportingNever') },
        ]}
        value={supporting}
        onChange={(value) => onChange(() => ({ supporting: value }))}
      />
      <Switch
        label={i18n.t('options.everyday')}
        hint={i18n.t('options.everydayHint')}
        on={everyday}
        onChange={(on) => onChange(() => ({ everyday: on }))}
      />
      <Switch
        label={i18n.t('options.links')}
        hint={i18n.t('options.linksHint')}
        on={links}
        onChange={(on) => onChange(() => ({ links: on }))}
      />
    </section>
  );
}
