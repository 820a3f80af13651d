/** What the glossary is written in, for the `lang` of its texts: they stay English whatever language surrounds them. */
export const GLOSSARY_LANGUAGE = 'en';
