import { useNotice } from '../../components/Notice';
import { useDocument, useSaved, useSettings } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { changeSettings } from '../../lib/settings-store';
import { CardSettings } from './CardSettings';
import { DataSettings } from './DataSettings';
import { LanguageSettings } from './LanguageSettings';
import { LookSettings } from './LookSettings';
import { MatchSettings } from './MatchSettings';
import { Preview } from './Preview';
import { RuleSettings } from './RuleSettings';

/** What each group of settings gets. */
export interface GroupProps {
  settings: Settings;
  /** Writes a change; says so, with a way back, if it was one that a reader may want to take back. */
  onChange(change: (settings: Settings) => Partial<Settings>, notice?: string): void;
}

/** Every setting, with a preview; per-site rules; export and import. */
export function App() {
  const settings = useSettings();
  const saved = useSaved();
  const { tell, attempt, bar } = useNotice();
  useDocument(settings, () => i18n.t('options.title'));
  if (!settings || !saved) return null;

  const onChange: GroupProps['onChange'] = (change, text) => {
    const write = async () => {
      const undo = await changeSettings(change);
      if (text) tell({ text, undo: () => attempt(undo()) });
    };
    attempt(write());
  };

  return (
    <div class="tl-options-page">
      <header>
        <img src="/icon/48.png" alt="" width="48" height="48" />
        <div>
          <h1>{i18n.t('options.title')}</h1>
          <p class="tl-hint">{i18n.t('options.intro')}</p>
        </div>
      </header>
      <main>
        <div class="tl-groups">
          <MatchSettings settings={settings} onChange={onChange} />
          <LookSettings settings={settings} onChange={onChange} />
          <LanguageSettings settings={settings} onChange={onChange} />
          <CardSettings settings={settings} onChange={onChange} />
          <RuleSettings settings={settings} onChange={onChange} />
          <DataSettings settings={settings} saved={saved} tell={tell} attempt={attempt} />
        </div>
        <aside>
          <Preview settings={settings} />
        </aside>
      </main>
      {bar}
    </div>
  );
}
