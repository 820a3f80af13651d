import type { ComponentChildren } from 'preact';
import { i18n } from '../lib/i18n';
import { KnownIcon, PanelIcon, SaveIcon, WrongIcon } from './icons';

/** What the reader can say about a term; each can be taken back. */
export type CardVerdict = 'saved' | 'known' | 'wrong';

interface Props {
  /** Which of them hold now. */
  verdicts: Record<CardVerdict, boolean>;
  /**
   * False where the card does not speak of the words on the page, but of a concept that was reached from there; and on a
   * page without a site, such as a file.
   */
  canBeWrong: boolean;
  onVerdict(verdict: CardVerdict, on: boolean): void;
  onPanel(): void;
}

interface ActionProps {
  children: ComponentChildren;
  label: string;
  verdict?: CardVerdict;
  pressed?: boolean;
  onClick(): void;
}

function Action({ children, label, verdict, pressed, onClick }: ActionProps) {
  return (
    <button type="button" class="tl-action" data-verdict={verdict} aria-pressed={pressed} onClick={onClick}>
      {children}
      <span>{label}</span>
    </button>
  );
}

const UNDO = { known: 'card.knownNotice', wrong: 'card.wrongNotice' } as const;

/**
 * The row of actions below a card; in place of a term that was put away, the way to take that back. `data-verdict` tells
 * which button takes the place of which.
 */
export function CardActions({ verdicts, canBeWrong, onVerdict, onPanel }: Props) {
  const away = verdicts.wrong ? 'wrong' : verdicts.known ? 'known' : undefined;
  if (away)
    return (
      <div class="tl-actions">
        <p class="tl-notice">{i18n.t(UNDO[away])}</p>
        <button
          type="button"
          class="tl-action tl-undo"
          data-verdict={away}
          onClick={() => onVerdict(away, false)}
        >
          {i18n.t('card.undo')}
        </button>
      </div>
    );
  return (
    <div class="tl-actions">
      <Action label={i18n.t('card.panel')} onClick={onPanel}>
        <PanelIcon />
      </Action>
      <Action
        label={i18n.t(verdicts.saved ? 'card.saved' : 'card.save')}
        pressed={verdicts.saved}
        onClick={() => onVerdict('saved', !verdicts.saved)}
      >
        <SaveIcon />
      </Action>
      <Action label={i18n.t('card.know')} verdict="known" onClick={() => onVerdict('known', true)}>
        <KnownIcon />
      </Action>
      {canBeWrong && (
        <Action label={i18n.t('card.wrong')} verdict="wrong" onClick={() => onVerdict('wrong', true)}>
          <WrongIcon />
        </Action>
      )}
    </div>
  );
}
