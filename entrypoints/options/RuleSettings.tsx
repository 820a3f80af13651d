import { GLOSSARY_LANGUAGE } from '../../components/glossary-language';
import { RuleList } from '../../components/RuleList';
import { i18n } from '../../lib/i18n';
import { termOf } from '../../lib/reference';
import { toggled, withSite } from '../../lib/settings-store';
import type { GroupProps } from './App';

/** What the reader decided about single sites, pages and terms; each can be taken back. */
export function RuleSettings({ settings, onChange }: GroupProps) {
  const sites = Object.entries(settings.sites).sort(([a], [b]) => (a < b ? -1 : 1));
  const off = sites.filter(([, site]) => site.off);
  const wrong = sites.flatMap(([host, site]) => site.wrong.map((id) => ({ host, id })));
  const removed = i18n.t('options.ruleRemoved');
  return (
    <section class="tl-card-group">
      <h2>{i18n.t('options.rules')}</h2>
      <RuleList
        title={i18n.t('options.sitesOff')}
        empty={i18n.t('options.sitesOffNone')}
        rules={off.map(([host]) => ({ key: host, name: host }))}
        removeLabel={({ name }) => i18n.t('options.switchOn', [name])}
        onRemove={({ key }) =>
          onChange((s) => withSite(s, key, (site) => ({ ...site, off: false })), removed)
        }
      />
      <RuleList
        title={i18n.t('options.pagesOff')}
        empty={i18n.t('options.pagesOffNone')}
        rules={settings.pages.map((address) => ({ key: address, name: address }))}
        removeLabel={({ name }) => i18n.t('options.switchOn', [name])}
        onRemove={({ key }) => onChange(({ pages }) => ({ pages: toggled(pages, key, false) }), removed)}
      />
      <RuleList
        title={i18n.t('options.known')}
        empty={i18n.t('options.knownNone')}
        rules={settings.known.map((id) => ({ key: id, name: termOf(id), lang: GLOSSARY_LANGUAGE }))}
        removeLabel={({ name }) => i18n.t('options.lightAgain', [name])}
        onRemove={({ key }) => onChange(({ known }) => ({ known: toggled(known, key, false) }), removed)}
      />
      <RuleList
        title={i18n.t('options.wrong')}
        empty={i18n.t('options.wrongNone')}
        rules={wrong.map(({ host, id }) => ({
          key: `${host} ${id}`,
          name: termOf(id),
          lang: GLOSSARY_LANGUAGE,
          text: host,
        }))}
        removeLabel={({ name, text = '' }) => i18n.t('options.lightAgainOn', [name, text])}
        onRemove={({ key }) => {
          const [host, id] = key.split(' ');
          onChange(
            (s) => withSite(s, host, (site) => ({ ...site, wrong: toggled(site.wrong, id, false) })),
            removed,
          );
        }}
      />
    </section>
  );
}
