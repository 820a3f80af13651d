/** What was counted for one candidate after another, each thing once: where it stands nearest. */
export class Nearest {
  // By the thing's number: the turn in which it was counted last, and with what weight.
  readonly #turns: Int32Array;
  readonly #weights: Float64Array;
  #turn = 0;

  /** @param size so many things, numbered from 0 */
  constructor(size: number) {
    this.#turns = new Int32Array(size);
    this.#weights = new Float64Array(size);
  }

  /** Begins with the next candidate: nothing is counted yet. */
  begin(): void {
    this.#turn++;
  }

  /** Whether a thing is counted already. */
  has(thing: number): boolean {
    return this.#turns[thing] === this.#turn;
  }

  /** Counts a thing; returns what its weight adds to what was counted for it where it stands farther off. */
  add(thing: number, weight: number): number {
    const before = this.has(thing) ? this.#weights[thing] : 0;
    if (weight <= before) return 0;
    this.#turns[thing] = this.#turn;
    this.#weights[thing] = weight;
    return weight - before;
  }
}
