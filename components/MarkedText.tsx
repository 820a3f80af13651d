import Mark from 'mark.js';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  text: string;
  /** Words to mark, lower case, wherever they begin a word or are one. */
  words: string[];
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

let lastKey = '';
let lastPattern = /(?!)/gu;

/** The words as one expression; the texts of one list ask for the same again and again. */
function patternOf(key: string): RegExp {
  if (key !== lastKey) {
    const longestFirst = key.split(' ').sort((a, b) => b.length - a.length);
    // A plural or an ending belongs to the word.
    const one = longestFirst.map((word) => `${escaped(word)}(?:\\p{L}{0,3}(?![\\p{L}\\p{N}]))?`).join('|');
    lastPattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${one})`, 'giu');
    lastKey = key;
  }
  return lastPattern;
}

/** A text with some of its words marked. */
export function MarkedText({ text, words }: Props) {
  const ref = useRef<HTMLSpanElement>(null);
  const key = words.join(' ');
  // The marks are mark.js's, so the element's content is not left to Preact.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    element.textContent = text;
    if (!key) return;
    const pattern = patternOf(key);
    // Most of the texts of a list hold none of the words, and making a Mark costs more than asking.
    if (text.search(pattern) >= 0) new Mark(element).markRegExp(pattern);
  }, [text, key]);
  return <span ref={ref} />;
}
