/** The concepts that a reader went through in one card, like the history of a browser's tab. */
export class Trail {
  #ids: string[];
  #at = 0;

  constructor(first: string) {
    this.#ids = [first];
  }
  get id(): string {
    return this.#ids[this.#at];
  }
  /** Still at the concept that the card was opened for. */
  get atStart(): boolean {
    return this.#ids[this.#at] === this.#ids[0];
  }
  get can(): { back: boolean; forward: boolean } {
    return { back: this.#at > 0, forward: this.#at < this.#ids.length - 1 };
  }
  go(id: string): void {
    if (id === this.id) return;
    this.#ids = [...this.#ids.slice(0, this.#at + 1), id];
    this.#at++;
  }
  back(): void {
    if (this.can.back) this.#at--;
  }
  forward(): void {
    if (this.can.forward) this.#at++;
  }
}
