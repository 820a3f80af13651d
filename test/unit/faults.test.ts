import * as v from 'valibot';
import { expect, it, vi } from 'vitest';

vi.mock('../../lib/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));
const { faultInWords, PlainFault } = await import('../../lib/faults');

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const wrongAt = (schema: v.GenericSchema, value: unknown) => thrown(() => v.parse(schema, value));

it.each([
  ['words that are the reader’s already', new PlainFault('Zu groß.'), 'Zu groß.'],
  ['a value', wrongAt(v.object({ a: v.array(v.number()) }), { a: [1, 'x'] }), 'fault.value a.1'],
  ['a list that is too long', wrongAt(v.pipe(v.array(v.number()), v.maxLength(1)), [1, 2]), 'fault.many'],
  [
    'a text that is too long',
    wrongAt(v.object({ a: v.pipe(v.string(), v.maxLength(1)) }), { a: 'xy' }),
    'fault.value a',
  ],
  ['a file that is gone', new DOMException('gone', 'NotFoundError'), 'fault.file'],
  ['a file that may not be read', new DOMException('no', 'NotReadableError'), 'fault.file'],
  ['Firefox’s full storage', new DOMException('full', 'QuotaExceededError'), 'fault.full'],
  ['Chromium’s full storage', new Error('Resource::kQuotaBytes quota exceeded'), 'fault.full'],
  ['anything else', new Error('disk error'), 'fault.other disk error'],
])('%s', (_, error, words) => expect(faultInWords(error)).toBe(words));
