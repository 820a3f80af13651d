import { i18n } from '../lib/i18n';

export interface Notice {
  text: string;
  bad?: boolean;
  /** Takes back what the notice tells of. */
  undo?(): void;
}

/** What just happened, with a way to take it back. Announced to assistive technology. */
export function NoticeBar({ notice, onDone }: { notice: Notice | undefined; onDone(): void }) {
  return (
    <div class="tl-notices" role="status">
      {notice && (
        <div class={notice.bad ? 'tl-notice-bar tl-danger' : 'tl-notice-bar'}>
          <span>{notice.text}</span>
          {notice.undo && (
            <button
              type="button"
              class="tl-button"
              onClick={() => {
                notice.undo?.();
                onDone();
              }}
            >
              {i18n.t('notice.undo')}
            </button>
          )}
          <button type="button" class="tl-button" onClick={onDone}>
            {i18n.t('notice.close')}
          </button>
        </div>
      )}
    </div>
  );
}
