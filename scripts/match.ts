/**
 * Reads text or HTML files and prints one JSON line a candidate:
 * {file, start, end, text, concept, accepted, shown, reason}. `-` reads standard input.
 * usage: npm run match -- FILE…
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findTerms } from './find-terms';

const files = process.argv.slice(2);
if (!files.length) {
  console.error('usage: npm run match -- FILE… (text or HTML, one page a file; - for standard input)');
  process.exit(2);
}

for (const file of files) {
  let content: string;
  try {
    content = readFileSync(file === '-' ? 0 : resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  } catch (error) {
    console.error(`${file}: cannot be read: ${(error as Error).message}`);
    process.exitCode = 1;
    continue;
  }
  if (content.includes('\0')) {
    console.error(`${file}: is no text: it holds zero bytes`);
    process.exitCode = 1;
    continue;
  }
  for (const term of findTerms(content, file)) console.log(JSON.stringify({ file, ...term }));
}
