/**
 * Checks what every page loads: all that the manifest's content scripts name, scripts and style sheets together.
 * usage: npm run check:bytes, after a build
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildOf } from './launch';

/** Bytes, minified and not compressed. */
const BUDGET = 40_000;

interface ContentScript {
  js?: string[];
  css?: string[];
}

for (const browser of ['chromium', 'firefox'] as const) {
  const folder = buildOf(browser);
  const scripts: ContentScript[] = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  ).content_scripts;
  const files = [...new Set(scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]))];
  const sizes = files.map((file) => ({ file, bytes: statSync(join(folder, file)).size }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(
    `${browser}: ${sizes.map(({ file, bytes }) => `${file} ${bytes}`).join(', ')}; ${total} of ${BUDGET} bytes`,
  );
  if (total > BUDGET) {
    console.error(`Every page loads ${total - BUDGET} bytes too many in ${browser}`);
    process.exitCode = 1;
  }
}
