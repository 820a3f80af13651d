import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Reason } from '../glossary/reasons';
import { putIntoWords } from '../lib/reason-words';

const messages: Record<string, Record<string, string>> = parse(
  readFileSync(new URL('../locales/en.yml', import.meta.url), 'utf8'),
);

/** A reason in words a reader understands, in English: for the command line, which has no browser to choose a language. */
export const explain = (reason: Reason): string =>
  putIntoWords(reason, (key, values) => {
    const [group, name] = key.split('.');
    return messages[group][name].replace(/\$(\d)/g, (_, place) => values[Number(place) - 1]);
  });
