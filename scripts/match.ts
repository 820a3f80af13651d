/**
 * Reads text or HTML files and prints one JSON line a candidate:
 * {file, start, end, text, concept, accepted, shown, reason}. `-` reads standard input.
 * usage: npm run match -- FILE…
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { explain, judge, type TextBlock } from '../glossary/context';
import { createMatcher } from '../glossary/matcher';
import { readGlossary } from './read-glossary';
import { readPage } from './read-page';

const files = process.argv.slice(2);
if (!files.length) {
  console.error('usage: npm run match -- FILE… (text or HTML, one page a file; - for standard input)');
  process.exit(2);
}

const matcher = createMatcher(readGlossary().forms);
for (const file of files) {
  let content: string;
  try {
    content = readFileSync(file === '-' ? 0 : resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  } catch (error) {
    console.error(`${file}: cannot be read: ${(error as Error).message}`);
    process.exitCode = 1;
    continue;
  }
  const page = await readPage(content);
  const blocks = page.blocks.map(
    (b): TextBlock => ({
      text: b.text,
      section: b.section,
      heading: b.heading,
      candidates: matcher.scan(b.text),
    }),
  );
  for (const { block, candidate, accepted, shown, reason } of judge({ ...page, blocks }, matcher)) {
    const { at, text } = page.blocks[block];
    console.log(
      JSON.stringify({
        file,
        start: at + candidate.start,
        end: at + candidate.end,
        text: text.slice(candidate.start, candidate.end),
        concept: matcher.concepts[candidate.concept].id,
        accepted,
        shown,
        reason: explain(reason),
      }),
    );
  }
}
