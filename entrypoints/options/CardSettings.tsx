import { RadioField } from '../../components/RadioField';
import { i18n } from '../../lib/i18n';
import type { GroupProps } from './App';

/** How the card opens. */
export function CardSettings({ settings, onChange }: GroupProps) {
  return (
    <section class="tl-card-group">
      <h2>{i18n.t('options.card')}</h2>
      <RadioField
        label={i18n.t('options.open')}
        hint={i18n.t('options.openHint')}
        options={[
          { value: 'hover', label: i18n.t('options.openHover') },
          { value: 'modifier', label: i18n.t('options.openModifier') },
          { value: 'click', label: i18n.t('options.openClick') },
        ]}
        value={settings.open}
        onChange={(value) => onChange(() => ({ open: value }))}
      />
    </section>
  );
}
