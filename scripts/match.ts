/**
 * Reads text or HTML files and prints one JSON line a candidate:
 * {file, start, end, text, concept, accepted, shown, reason}. `-` reads standard input.
 * usage: npm run match -- FILE…
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText } from './decode';
import { findTerms } from './find-terms';

const FAULTS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read',
};

const files = process.argv.slice(2);
const option = files.find((file) => /^-./.test(file));
if (!files.length || option) {
  if (option) console.error(`${option} is no option; a file of that name is ./${option}`);
  console.error('usage: npm run match -- FILE… (text or HTML, one page a file; - for standard input)');
  process.exit(2);
}

for (const file of files) {
  let content: string;
  try {
    content = decodeText(readFileSync(file === '-' ? 0 : resolve(process.env.INIT_CWD ?? '.', file)));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    console.error(`${file}: ${FAULTS[code] ?? `cannot be read: ${message}`}`);
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
