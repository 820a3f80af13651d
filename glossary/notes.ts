import type { Card } from './compile';
import type { Note } from './schema';

/** Concept ids around a term, in each list the nearest (or most prominent) first. */
export interface Surroundings {
  /** In the same block of text. */
  block: readonly string[];
  /** In the rest of its section. */
  section: readonly string[];
  /** Anywhere else on the page. */
  page: readonly string[];
}

export type NoteScope = keyof Surroundings;

/** The In-context note that fits, and what it was chosen for. */
export interface ChosenNote {
  note: Note;
  /** How far the eye must go to see all of `near`. */
  scope: NoteScope;
  /** The concepts that speak for it. */
  near: string[];
}

const SCOPES: readonly NoteScope[] = ['block', 'section', 'page'];

/**
 * Chooses the In-context note that fits what stands around a term: what is in the same block counts before what its
 * section speaks of, and that before the rest of the page; within one of these the alternative that names the most
 * concepts wins, then the one whose concepts stand nearest, then the order of the term file.
 * @returns undefined where no alternative has all its concepts around
 */
export function chooseNote(card: Pick<Card, 'notes'>, around: Surroundings): ChosenNote | undefined {
  // Where each concept is first met, going outwards.
  const met = new Map<string, { scope: number; place: number }>();
  SCOPES.forEach((name, scope) => {
    around[name].forEach((id, place) => {
      if (!met.has(id)) met.set(id, { scope, place });
    });
  });
  let best: { chosen: ChosenNote; rank: number[] } | undefined;
  for (const note of card.notes) {
    for (const near of note.near) {
      const places = near.map((id) => met.get(id));
      if (!places.every((place) => place !== undefined)) continue;
      const scope = Math.max(...places.map((p) => p.scope));
      // Places in different lists don't compare: only those of the widest scope count.
      const place = Math.max(...places.filter((p) => p.scope === scope).map((p) => p.place));
      const rank = [scope, -near.length, place];
      if (!best || isBefore(rank, best.rank)) best = { chosen: { note, scope: SCOPES[scope], near }, rank };
    }
  }
  return best?.chosen;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, index) => value !== b[index]);
  return i >= 0 && a[i] < b[i];
}
