/**
 * A word's hash: begins with the seed; each letter, folded, makes it `(hash * 31 + letter) & HASH_BITS`. It has 24 bits: every
 * step stays a small integer, which an engine that has not warmed up adds without allocating. Loops over a page's text
 * spell the step out, since a call a letter would cost more than the step.
 */
export const HASH_SEED = 7;
export const HASH_BITS = 0xffffff;
