import { useState } from 'preact/hooks';
import { faultInWords } from '../lib/faults';
import { i18n } from '../lib/i18n';

export interface Notice {
  text: string;
  bad?: boolean;
  /** Takes back what the notice tells of. */
  undo?(): void;
}

/** What just happened, with a way to take it back. Announced to assistive technology. */
function NoticeBar({ notice, onDone }: { notice: Notice | undefined; onDone(): void }) {
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

/** What a page tells of what it does. */
export function useNotice() {
  const [notice, tell] = useState<Notice>();
  /** Waits for something to be kept, and tells where that failed. */
  const attempt = (work: Promise<unknown>): void => {
    work.catch((error) => tell({ bad: true, text: i18n.t('notice.notSaved', [faultInWords(error)]) }));
  };
  return { tell, attempt, bar: <NoticeBar notice={notice} onDone={() => tell(undefined)} /> };
}
