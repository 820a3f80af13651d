import Mark from 'mark.js';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  text: string;
  /** Words to mark, lower case, wherever they begin a word or are one. */
  words: string[];
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

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
    const longestFirst = key.split(' ').sort((a, b) => b.length - a.length);
    // A plural or an ending belongs to the word.
    const one = longestFirst.map((word) => `${escaped(word)}\\p{L}{0,3}(?![\\p{L}\\p{N}])`).join('|');
    new Mark(element).markRegExp(new RegExp(`(?<![\\p{L}\\p{N}])(?:${one})`, 'giu'));
  }, [text, key]);
  return <span ref={ref} />;
}
