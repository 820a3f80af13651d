import type { CardText } from '../glossary/card-texts';
import { i18n } from '../lib/i18n';
import { categoryName } from './category';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { IconButton } from './IconButton';
import { BackIcon, CloseIcon, ForwardIcon, ListenIcon, PinIcon } from './icons';

interface BarProps {
  card: CardText;
  pinned: boolean;
  /** There is a card before and after this one to go to. */
  trail: { back: boolean; forward: boolean };
  onBack(): void;
  onForward(): void;
  onPin(): void;
  onClose(): void;
}

/** The line that always stays in view: what kind of thing it is, the way back, pin and close. */
export function CardBar({ card, pinned, trail, onBack, onForward, onPin, onClose }: BarProps) {
  return (
    <div class="tl-bar">
      <span class="tl-category">{categoryName(card.category)}</span>
      <span class="tl-tools">
        {(trail.back || trail.forward) && (
          <>
            <IconButton label={i18n.t('card.back')} disabled={!trail.back} onClick={onBack}>
              <BackIcon />
            </IconButton>
            <IconButton label={i18n.t('card.forward')} disabled={!trail.forward} onClick={onForward}>
              <ForwardIcon />
            </IconButton>
          </>
        )}
        <IconButton label={i18n.t('card.pin')} pressed={pinned} onClick={onPin}>
          <PinIcon />
        </IconButton>
        <IconButton label={i18n.t('card.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </span>
    </div>
  );
}

interface TitleProps {
  card: CardText;
  id: string;
  /** The words on the page, where the headword does not say them. */
  onPage?: string;
  /** Speaks the headword; undefined where the browser has no voice. */
  onListen?: () => void;
}

/** A headword of more letters may not fit a phone's line; it is set smaller, and in one run with the form. */
const LONG_HEADWORD = 28;

/** Headword, the form on the page if it differs, and how it is said. */
export function CardTitle({ card, id, onPage, onListen }: TitleProps) {
  return (
    <div class={card.term.length > LONG_HEADWORD ? 'tl-title tl-long' : 'tl-title'}>
      <h1 id={id} lang={GLOSSARY_LANGUAGE}>
        {onPage ? <span class="tl-form">{onPage}: </span> : null}
        <span class="tl-preferred">{card.term}</span>
        {!onPage && card.abbreviation ? <span class="tl-form"> ({card.abbreviation})</span> : null}
      </h1>
      {(card.say || onListen) && (
        <p class="tl-say">
          {card.say && <span lang={GLOSSARY_LANGUAGE}>{card.say}</span>}
          {onListen && (
            <IconButton label={i18n.t('card.listen')} onClick={onListen}>
              <ListenIcon />
            </IconButton>
          )}
        </p>
      )}
    </div>
  );
}
