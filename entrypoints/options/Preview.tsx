import { useMemo } from 'preact/hooks';
import { SamplePage } from '../../components/SamplePage';
import { i18n } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { ARTICLE } from './article';
import { previewOf } from './sample';

/** A sample article, lit by the settings as they stand. */
export function Preview({ settings }: { settings: Settings }) {
  const blocks = useMemo(() => previewOf(ARTICLE, settings), [settings]);
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
