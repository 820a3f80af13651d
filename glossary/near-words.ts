import type { TextBlock } from './context';
import { type Cues, Hits } from './cues';
import type { Facts } from './form-facts';
import type { Candidate } from './matcher';

/** Characters (UTF-16) from a candidate within which a word is named as a reason. */
const REACH = 300;
/** Words are looked for some letters farther, so that none is cut. */
const SEARCHED = REACH + 100;

/** A word of the page that speaks for a meaning or against it. */
export interface NearWord {
  text: string;
  /** The name of its topic; '' where it speaks for the meaning. */
  about: string;
}

/**
 * The words and terms within some hundred characters that speak for the meaning, or against it, nearest first.
 * @returns at most `most` of them, as the page writes them, with the topic of the nearest
 */
export function wordsNear(
  { text, candidates }: TextBlock,
  candidate: Candidate,
  facts: Facts,
  cues: Cues,
  speaksFor: boolean,
  most: number,
): NearWord[] {
  const { start, end, concept } = candidate;
  const found: (NearWord & { distance: number })[] = [];
  const add = (from: number, to: number, about: string) => {
    const distance = to <= start ? start - to : from - end;
    if (distance < 0 || distance > REACH) return;
    const part = text.slice(from, to);
    // A word inside a term that is named already says nothing more.
    if (!found.some((f) => f.distance - distance < f.text.length && f.text.includes(part) && f.text !== part))
      found.push({ text: part, about, distance });
  };
  if (speaksFor)
    for (const c of candidates) {
      const form = facts(c.form);
      const isClear = !form.ambiguous || form.kind === 'sure';
      const isOwnName = c.concept === concept && !form.ambiguous;
      if (isOwnName || (c.concept !== concept && !form.medicine && isClear)) add(c.start, c.end, '');
    }
  const hits = new Hits();
  cues.find(text, Math.max(0, start - SEARCHED), Math.min(text.length, end + SEARCHED), hits);
  const { starts, ends, words } = hits;
  const { topics, kinds, abouts } = cues;
  const context = cues.concept(concept);
  for (let i = 0; i < words.length; i++) {
    const topic = topics[words[i]];
    const kind = kinds[topic];
    const isFor = context?.own.has(words[i]) || kind === 'c';
    const isAgainst = topic >= 0 && (context?.against[topic] || kind === 'o' || kind === 'i' || kind === 'e');
    if (speaksFor ? isFor : isAgainst) add(starts[i], ends[i], abouts[topic] ?? '');
  }
  found.sort((a, b) => a.distance - b.distance);
  const distinct = new Map<string, NearWord>();
  for (const word of found) {
    const key = word.text.toLowerCase();
    if (!distinct.has(key)) distinct.set(key, word);
  }
  return [...distinct.values()].slice(0, most);
}
