import type { Plugin } from 'vite';

const WRAPPER = 'content-script-isolated-world-entrypoint?';
const IMPORT = /^import definition from .+$/m;
/** Gives back what it is given, but the bundler does not see that, and keeps what only the manifest needs. */
const DEFINE = /\bdefineContentScript\((?=\{)/;

/** WXT's `browser`, which asks for a part of the browser's interface as soon as it is loaded, to find out where it is. */
const BROWSER = /[\\/]@wxt-dev[\\/]browser[\\/]src[\\/]index\.mjs$/;

/**
 * Takes WXT's wrapper off the content scripts: it announces them to the page by messages that every page can see, and says
 * over again what the browser says of an error. That would be a tenth of what every page loads. lib/lifetime.ts does what
 * is needed of it. Stops the build when the wrapper has changed. And has `browser` be what it is in this browser, without
 * looking: what stands there is made at the first look, which takes a tenth of the time that a page without terms costs.
 * @param api where the browser keeps its interface for extensions
 */
export function bareEntryPlugin(api: 'browser' | 'chrome'): Plugin {
  return {
    name: 'termlight-bare-entry',
    transform(code, id) {
      if (BROWSER.test(id)) return { code: `export const browser = globalThis.${api};`, map: null };
      if (!id.startsWith('\0')) {
        const bare = code.replace(DEFINE, '(');
        return bare === code ? undefined : { code: bare, map: null };
      }
      if (!id.includes(WRAPPER)) return undefined;
      const definition = IMPORT.exec(code);
      if (!definition) return this.error(`${WRAPPER} imports no definition`);
      return { code: `${definition[0]}\nexport default (0, definition.main)();`, map: null };
    },
  };
}
