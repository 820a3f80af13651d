import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { explain, type Reason } from '../../glossary/reasons';

const { reason } = parse(readFileSync(new URL('../../locales/en.yml', import.meta.url), 'utf8')) as {
  reason: Record<string, string>;
};
vi.mock('#i18n', () => ({
  i18n: {
    t: (key: string, values: string[]) =>
      reason[key.replace('reason.', '')].replace(/\$(\d)/g, (_, n) => values[Number(n) - 1]),
  },
}));
const { KEYS, reasonInWords } = await import('../../lib/reason-in-words');

it.each(Object.keys(KEYS) as Reason['code'][])('says %s in English as the command line does', (code) => {
  const one: Reason = { code, words: ['blast', '$2'], about: 'money' };
  expect(reasonInWords(one)).toBe(explain(one));
});
