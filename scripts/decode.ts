import { TextDecoder } from 'node:util';

/** A page says how it is written near its beginning, as HTML wants it. */
const DECLARED_WITHIN = 1024;
const DECLARED = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w-]+)/i;
/** Of bytes that no declaration explains and that are no UTF-8: what browsers take western pages for. */
const FALLBACK = 'windows-1252';

const MARKS: readonly [encoding: string, ...mark: number[]][] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16be', 0xfe, 0xff],
  ['utf-16le', 0xff, 0xfe],
];

/** What the page says of itself, if that is an encoding. One that could be read in 16 bits is none: HTML takes it for UTF-8. */
function declared(bytes: Uint8Array): string | undefined {
  const found = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN)));
  const label = found?.[1] ?? found?.[2];
  if (!label) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

/**
 * The text of a file, text or HTML, in whatever encoding its mark or the page itself names; else UTF-8, or what is left
 * where it is none. A mark at the beginning stays, as one character.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const known = marked ?? declared(bytes);
  if (known) return new TextDecoder(known, { ignoreBOM: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder(FALLBACK).decode(bytes);
  }
}
