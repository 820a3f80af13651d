import type { Card } from '../../glossary/compile';

/** The cards' texts. All of them together are large, so that each is parsed when it is first asked for. */
export class CardTexts {
  #lines = new Map<string, { term: string; json: string }>();
  #cards = new Map<string, Card>();

  /** @param lines what `virtual:termlight/card-lines` holds */
  constructor(lines: string) {
    for (const line of lines.split('\n')) {
      const first = line.indexOf('\t');
      const second = line.indexOf('\t', first + 1);
      this.#lines.set(line.slice(0, first), {
        term: line.slice(first + 1, second),
        json: line.slice(second + 1),
      });
    }
  }

  /** The headword of a concept; the id itself where there is no such concept. */
  term(id: string): string {
    return this.#lines.get(id)?.term ?? id;
  }

  card(id: string): Card | undefined {
    let card = this.#cards.get(id);
    const line = this.#lines.get(id);
    if (!card && line) {
      card = JSON.parse(line.json) as Card;
      this.#cards.set(id, card);
    }
    return card;
  }
}
