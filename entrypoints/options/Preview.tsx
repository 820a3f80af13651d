import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { SamplePage } from '../../components/SamplePage';
import type { Settings } from '../../lib/settings';
import { previewOf } from './sample';

/** A sample article, lit by the settings as they stand. */
export function Preview({ settings }: { settings: Settings }) {
  const blocks = useMemo(() => {
    const sample = [
      { heading: true, text: i18n.t('options.sampleHeading1') },
      { heading: false, text: i18n.t('options.sampleText1') },
      { heading: true, text: i18n.t('options.sampleHeading2') },
      { heading: false, text: i18n.t('options.sampleText2') },
    ];
    return previewOf(sample, settings);
  }, [settings]);
  return (
    <>
      <h2>{i18n.t('options.preview')}</h2>
      <SamplePage
        label={i18n.t('options.preview')}
        blocks={
          settings.enabled
            ? blocks
            : blocks.map((b) => ({ ...b, pieces: b.pieces.map((p) => ({ ...p, lit: false })) }))
        }
        style={settings.style}
      />
      <p class="tl-hint">{i18n.t(settings.enabled ? 'options.previewHint' : 'options.previewOff')}</p>
    </>
  );
}
