import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A folder of saved pages (`*.html.gz`, optionally with manifest.tsv); another one by TERMLIGHT_PAGES. */
const FOLDER = resolve(
  process.env.TERMLIGHT_PAGES ?? fileURLToPath(new URL('../../../../shared/pages', import.meta.url)),
);

export interface SavedPage {
  name: string;
  html(): string;
}

/** Every saved page, in order of their names; none where the folder is absent. */
export function savedPages(): SavedPage[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html.gz'))
    .sort()
    .map((file) => ({
      name: file.replace('.html.gz', ''),
      html: () => gunzipSync(readFileSync(resolve(FOLDER, file))).toString('utf8'),
    }));
}
