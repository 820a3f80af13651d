import { RadioField } from '../../components/RadioField';
import { Switch } from '../../components/Switch';
import { i18n } from '../../lib/i18n';
import type { GroupProps } from './App';

/** How lit terms look, and Termlight's own pages. */
export function LookSettings({ settings, onChange }: GroupProps) {
  const { style, painter, print, theme, badge } = settings;
  return (
    <section class="tl-card-group">
      <h2>{i18n.t('options.look')}</h2>
      <RadioField
        label={i18n.t('options.style')}
        options={[
          { value: 'underline', label: i18n.t('options.styleUnderline') },
          { value: 'tint', label: i18n.t('options.styleTint') },
          { value: 'both', label: i18n.t('options.styleBoth') },
        ]}
        value={style}
        onChange={(value) => onChange(() => ({ style: value }))}
      />
      <RadioField
        label={i18n.t('options.painter')}
        options={[
          {
            value: 'highlight',
            label: i18n.t('options.painterHighlight'),
            hint: i18n.t('options.painterHighlightHint'),
          },
          { value: 'marks', label: i18n.t('options.painterMarks'), hint: i18n.t('options.painterMarksHint') },
        ]}
        value={painter}
        onChange={(value) => onChange(() => ({ painter: value }))}
      />
      <RadioField
        label={i18n.t('options.theme')}
        options={[
          { value: 'auto', label: i18n.t('options.themeAuto') },
          { value: 'light', label: i18n.t('options.themeLight') },
          { value: 'dark', label: i18n.t('options.themeDark') },
        ]}
        value={theme}
        onChange={(value) => onChange(() => ({ theme: value }))}
      />
      <Switch
        label={i18n.t('options.badge')}
        hint={i18n.t('options.badgeHint')}
        on={badge}
        onChange={(on) => onChange(() => ({ badge: on }))}
      />
      <Switch
        label={i18n.t('options.printMarks')}
        hint={i18n.t(import.meta.env.FIREFOX ? 'options.printMarksFirefox' : 'options.printMarksHint')}
        on={print}
        onChange={(on) => onChange(() => ({ print: on }))}
      />
    </section>
  );
}
