/** The key in `browser.storage.local` that holds the version before an update until the reader has seen what is new. */
export const UPDATED_KEY = 'updated-from';
