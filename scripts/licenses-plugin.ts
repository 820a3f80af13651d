import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The file in the build that holds the licenses of the libraries in it. */
export const LICENSES = 'third-party-licenses.txt';

const HEAD = `The build holds these libraries, or parts of them. In Preact and Readability, assignments to innerHTML are replaced.
`;

/** Folders of the packages of which something stands in the build, by name; of all entries, each of which is a build of its own. */
const bundled = new Map<string, string>();

/** The package that a module belongs to, if it is one of a library's: folder and name. */
export function packageOf(id: string): { folder: string; name: string } | undefined {
  const found = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id.replaceAll('\\', '/'));
  return found ? { folder: found[1], name: found[2] } : undefined;
}

/** Notes which libraries stand in the build. */
export function licensesPlugin(): Plugin {
  return {
    name: 'termlight-licenses',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const found = renderedLength > 0 ? packageOf(id) : undefined;
          if (found) bundled.set(found.name, found.folder);
        }
      }
    },
  };
}

/**
 * The licenses of all libraries in the build, with their notices, as the licenses themselves ask for.
 * @throws Error when a library says nothing of its license
 */
export function licensesText(): string {
  const parts = [...bundled]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, folder]) => {
      const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (!license) throw new Error(`${name} says nothing of its license`);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const by = typeof author === 'object' ? author?.name : author;
      const text = file
        ? readFileSync(join(folder, file), 'utf8').trim()
        : `License: ${license}\n${by ?? ''}`.trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    });
  return [HEAD, ...parts].join(`\n${'-'.repeat(72)}\n\n`);
}
