import Mark from 'mark.js';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { patternOf } from './marked-words';

interface Props {
  text: string;
  /** Words to mark, lower case, wherever they begin a word or are one. */
  words: string[];
}

let lastKey = '';
let lastPattern = patternOf([]);

/** The texts of one list ask for the same pattern again and again. */
function patternFor(key: string): RegExp {
  if (key !== lastKey) {
    lastPattern = patternOf(key.split(' '));
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
    const pattern = patternFor(key);
    // Most of the texts of a list hold none of the words, and making a Mark costs more than asking.
    if (text.search(pattern) >= 0) new Mark(element).markRegExp(pattern);
  }, [text, key]);
  return <span ref={ref} lang={GLOSSARY_LANGUAGE} />;
}
