import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { IconButton } from '../../components/IconButton';
import { CloseIcon } from '../../components/icons';
import { i18n } from '../../lib/i18n';
import { UPDATED_KEY } from '../../lib/update-note';

/** After an update: where to read what is new, until it is read or put away. */
export function UpdateNote() {
  const [updated, set] = useState(false);
  useEffect(() => {
    browser.storage.local.get(UPDATED_KEY).then((stored) => set(typeof stored[UPDATED_KEY] === 'string'));
  }, []);
  if (!updated) return null;
  const putAway = () => {
    set(false);
    void browser.storage.local.remove(UPDATED_KEY);
  };
  const read = () => {
    putAway();
    void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html#new' as '/welcome.html') });
  };
  return (
    <p class="tl-update">
      <button type="button" class="tl-link" onClick={read}>
        {i18n.t('popup.updated')}
      </button>
      <IconButton label={i18n.t('popup.dismiss')} onClick={putAway}>
        <CloseIcon />
      </IconButton>
    </p>
  );
}
