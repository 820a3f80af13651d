import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import htmlEncodingSniffer from 'html-encoding-sniffer';

/** Of bytes that no declaration explains and that are no UTF-8: what browsers take western pages for. */
const FALLBACK = 'windows-1252';

/**
 * The text of a file, text or HTML, in whatever encoding its mark or the page itself names; else UTF-8, or what is left
 * where it is none. A mark at the beginning stays, as one character.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = htmlEncodingSniffer(bytes, { defaultEncoding: isUtf8(bytes) ? 'utf-8' : FALLBACK });
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
