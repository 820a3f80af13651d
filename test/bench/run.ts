/**
 * Measures the extension in a real browser and writes docs/benchmarks.md.
 * usage: npm run bench [-- --browser firefox] [-- --only scans,stages,growth,painting,card,extension,sizes] [-- --rounds 24]
 * `--rounds`: first openings of the card; with `--only`, nothing is written.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createMatcher } from '../../glossary/matcher';
import type { BrowserName } from '../../scripts/browsers';
import { buildOf } from '../../scripts/launch';
import { readGlossary } from '../../scripts/read-glossary';
import { servePages } from '../../scripts/serve';
import { bundlePageSide } from './bundle';
import { cards } from './card';
import { growth, painting, type Setting, scans, stages } from './in-page';
import { openBrowser } from './tabs';
import { withExtension } from './with-extension';

const DOCUMENT = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '24' },
  },
});
if (values.browser !== 'chromium' && values.browser !== 'firefox') {
  console.error(`--browser is chromium or firefox, not ${values.browser}`);
  process.exit(2);
}
const name: BrowserName = values.browser;
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is a whole number above 0, not ${values.rounds}`);
  process.exit(2);
}

/** (h) What each entry of the build weighs. */
function sizes(): string[] {
  const folder = buildOf(name);
  const entries = [
    'content-scripts/content.js',
    'content-scripts/content.css',
    'content-scripts/gate.js',
    'context.js',
    'reader.js',
    'texts.js',
    'article.js',
    'marks.js',
    'background.js',
  ];
  const rows = entries
    .filter((entry) => existsSync(join(folder, entry)))
    .map((entry) => `| ${entry} | ${(statSync(join(folder, entry)).size / 1000).toFixed(1)} |`);
  return ['| entry | kB |', '|---|---|', ...rows];
}

const SECTIONS: [key: string, title: string, measure: (setting: Setting) => Promise<string[]> | string[]][] =
  [
    ['scans', 'Reading, matching, judging and painting, 1,000 forms', scans],
    ['stages', 'Where the time goes: 500 k characters, ms', stages],
    ['growth', 'Growth with the number of forms: 500 k characters, warm', growth],
    ['painting', 'Painting and clearing, with layout', painting],
    ['card', 'From the pointer at rest on a term to the painted card', () => cards(name, rounds)],
    ['extension', 'The extension as built', ({ server, terms }) => withExtension(server, terms)],
    ['sizes', 'What each entry weighs, minified and not compressed', sizes],
  ];

/** The part of the document that a browser's run writes. */
const begin = `<!-- ${name} -->`;
const end = `<!-- end of ${name} -->`;

function write(lines: string[]): void {
  const text = `${begin}\n${lines.join('\n')}\n${end}`;
  const before = readFileSync(DOCUMENT, 'utf8');
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  const after =
    from < 0
      ? `${before.trimEnd()}\n\n${text}\n`
      : before.slice(0, from) + text + before.slice(to + end.length);
  writeFileSync(DOCUMENT, after);
}

const only = values.only?.split(',');
const terms = createMatcher(readGlossary().forms).forms.map((form) => form.pattern);
const server = await servePages(fileURLToPath(new URL('.', import.meta.url)));
const browser = await openBrowser(name);
try {
  const setting: Setting = { browser, server, script: await bundlePageSide(), terms };
  const lines = [`## ${browser.about}`];
  for (const [key, title, measure] of SECTIONS) {
    // Traces are Chromium's; the weight of the entries is the same for both browsers.
    if ((only && !only.includes(key)) || (name === 'firefox' && (key === 'extension' || key === 'sizes')))
      continue;
    console.log(`── ${title}`);
    const measured = await measure(setting);
    console.log(`${measured.join('\n')}\n`);
    lines.push('', `### ${title}`, '', ...measured);
  }
  if (!only) write(lines);
} finally {
  await browser.close();
  await server.close();
}
