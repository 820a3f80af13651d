import { i18n } from '../lib/i18n';
import { Switch } from './Switch';

/** Where terms are lit. Each `on` is the reader's own choice for that width. */
export interface Where {
  page: boolean;
  site: boolean;
  everywhere: boolean;
  /** Host name; empty where the page has none. */
  host: string;
}

interface Props {
  where: Where;
  /** The browser lets no extension read the page. */
  unreachable: boolean;
  onChange(width: 'page' | 'site' | 'everywhere', on: boolean): void;
}

/** The three switches: this page, this site, everywhere. */
export function WhereSwitches({ where, unreachable, onChange }: Props) {
  const { page, site, everywhere, host } = where;
  return (
    <section class="tl-switches" aria-label={i18n.t('where.title')}>
      {!unreachable && (
        <>
          <Switch
            label={i18n.t('where.page')}
            hint={i18n.t(page ? 'where.pageOn' : 'where.pageOff')}
            on={page && site && everywhere}
            disabled={!site || !everywhere}
            onChange={(on) => onChange('page', on)}
          />
          {host && (
            <Switch
              label={i18n.t('where.site', [host])}
              hint={i18n.t(site ? 'where.siteOn' : 'where.siteOff')}
              on={site && everywhere}
              disabled={!everywhere}
              onChange={(on) => onChange('site', on)}
            />
          )}
        </>
      )}
      <Switch
        label={i18n.t('where.everywhere')}
        hint={i18n.t(everywhere ? 'where.everywhereOn' : 'where.everywhereOff')}
        on={everywhere}
        onChange={(on) => onChange('everywhere', on)}
      />
    </section>
  );
}
