const made = new Map<string, RegExp>();

/**
 * A pattern that names letters by their Unicode properties, made when it is first asked for. Where such a pattern stands in a
 * script as it is, an engine looks up all those letters as soon as it reads it, and again when the function around it is
 * called, though most texts get by without.
 * @param source the pattern, with the flag `u`
 */
export function unicode(source: string): RegExp {
  let pattern = made.get(source);
  if (!pattern) {
    pattern = new RegExp(source, 'u');
    made.set(source, pattern);
  }
  return pattern;
}

/** Whether a character is a letter or a digit. */
export function isLetterOrDigit(sign: string): boolean {
  const c = sign.charCodeAt(0);
  if (c < 128) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57);
  return unicode('[\\p{L}\\p{N}]').test(sign);
}

/** Whether a character is a capital letter. */
export function isCapital(sign: string): boolean {
  const c = sign.charCodeAt(0);
  return c < 128 ? c >= 65 && c <= 90 : unicode('\\p{Lu}').test(sign);
}
