import type { Card } from '../glossary/compile';
import { RichText } from './RichText';

interface Props {
  card: Card;
  onOpen(id: string): void;
}

/** What the card says about one concept. */
export function CardView({ card, onOpen }: Props) {
  return (
    <div class="tl-card" role="dialog" aria-label={card.term}>
      <h1>{card.term}</h1>
      {card.say && <p class="tl-say">{card.say}</p>}
      <RichText blocks={card.plain} onOpen={onOpen} />
      {card.danger && <p class="tl-danger">{card.danger}</p>}
      <footer>
        {card.sources[0].publisher}: {card.sources[0].section}
      </footer>
    </div>
  );
}
