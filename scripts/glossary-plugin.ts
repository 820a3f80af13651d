import type { Plugin } from 'vite';
import { packCards } from '../glossary/card-texts';
import { nameOf } from '../glossary/compile';
import { GlossaryError } from '../glossary/schema';
import { CHANGELOG, readChangelog } from './read-changelog';
import { CONTEXT_FILE, readGlossary, SOURCES_FILE, TERMS_DIR, termFiles } from './read-glossary';

const PREFIX = 'virtual:termlight/';

/** A string literal that the engine parses only when it is asked for, cheaper to load than the object it holds. */
const lazily = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/**
 * Compiles the glossary into modules:
 * `virtual:termlight/forms` and `virtual:termlight/context` (tables, strings), `virtual:termlight/cards`,
 * `virtual:termlight/card-lines` (the cards as one string, for pages, which need a few of them) and
 * `virtual:termlight/names` (what a search over names alone needs, each with one sentence).
 * `virtual:termlight/changelog` is CHANGELOG.md. A wrong term file stops the build with its name, the field and the reason.
 */
export function glossaryPlugin(): Plugin {
  return {
    name: 'termlight-glossary',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const part = id.slice(PREFIX.length + 1);
      if (part === 'changelog') {
        this.addWatchFile(CHANGELOG);
        return `export default ${JSON.stringify(readChangelog())};`;
      }
      this.addWatchFile(SOURCES_FILE);
      this.addWatchFile(CONTEXT_FILE);
      for (const file of termFiles()) this.addWatchFile(`${TERMS_DIR}/${file}`);
      try {
        const { forms, context, cards } = readGlossary();
        if (part === 'forms') return `export default ${JSON.stringify(forms)};`;
        if (part === 'context') return `export default ${JSON.stringify(context)};`;
        if (part === 'cards') return lazily(cards);
        if (part === 'names') return lazily(cards.map(nameOf));
        if (part === 'card-lines') return `export default ${JSON.stringify(packCards(cards))};`;
      } catch (error) {
        if (error instanceof GlossaryError) return this.error(error.message);
        throw error;
      }
      return undefined;
    },
  };
}
