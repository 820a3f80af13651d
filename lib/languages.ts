/** The languages that Termlight speaks: the files of `locales/`, without their ending. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
