/**
 * Lists what would be lit under the default settings on the real pages that stand beside the project, non-medical ones
 * first, so that false lights can be judged by eye. Skipped with a message where the pages are absent.
 * usage: npm run eval:pages [-- NAME…] (names as in the manifest; all non-medical ones without)
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findTerms } from './find-terms';
import { PAGES_DIR } from './labelled';

if (!existsSync(PAGES_DIR)) {
  console.log(`${PAGES_DIR} is not here: no page is looked at.`);
  process.exit(0);
}
const wanted = process.argv.slice(2);
const rows = readFileSync(join(PAGES_DIR, 'manifest.tsv'), 'utf8')
  .split('\n')
  .slice(1)
  .filter(Boolean)
  .map((line) => line.split('\t'))
  .filter(([file, topic]) => (wanted.length ? wanted.some((w) => file.startsWith(w)) : topic === 'general'));

let lit = 0;
for (const [file, topic, lang] of rows) {
  const html = gunzipSync(readFileSync(join(PAGES_DIR, file))).toString('utf8');
  const found = findTerms(html);
  const shown = found.filter((f) => f.shown);
  if (shown.length) lit++;
  console.log(
    `${file} (${topic}, ${lang}): ${found.length} candidates, ${found.filter((f) => f.accepted).length} accepted, ${shown.length} shown`,
  );
  for (const { text, concept, reason } of shown) console.log(`    ${text} → ${concept}: ${reason}`);
}
console.log(`${lit} of ${rows.length} pages have a light`);
