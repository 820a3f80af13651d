import { describe, expect, test } from 'vitest';
import { decodeText } from '../../scripts/decode';

/** Each character as one byte, as windows-1252 has it. */
const bytes = (text: string) =>
  Uint8Array.from(text, (c) => ({ '’': 0x92, '–': 0x96 })[c] ?? c.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0)).buffer);
const SAID = 'CAR\u00A0T – the patient’s café';

describe('a file is read in its own encoding', () => {
  test.each([
    ['UTF-8', utf8(SAID), SAID],
    ['UTF-8 with a mark', utf8(`\uFEFF${SAID}`), `\uFEFF${SAID}`],
    ['UTF-16 with a mark', utf16(SAID), `\uFEFF${SAID}`],
    ['no UTF-8, without a declaration', bytes(SAID), SAID],
    ['nothing', new Uint8Array(), ''],
  ])('%s', (_, file, text) => {
    expect(decodeText(file)).toBe(text);
  });
  test.each([
    '<meta charset="windows-1252">',
    '<META CHARSET = latin1 >',
    '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
    '<?xml version="1.0" encoding="windows-1252"?>',
    '<meta charset="no-such-encoding">',
  ])('%s', (head) => {
    expect(decodeText(bytes(head + SAID))).toBe(head + SAID);
  });
  test('a page that calls itself UTF-16 without being so is UTF-8', () => {
    const page = `<meta charset="utf-16">${SAID}`;
    expect(decodeText(utf8(page))).toBe(page);
  });
  test('what stands in the text declares nothing', () => {
    const page = `${' '.repeat(1100)}<meta charset="windows-1252">${SAID}`;
    expect(decodeText(utf8(page))).toBe(page);
  });
});
