import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, type Glossary } from '../glossary/compile';
import { type ContextSource, compileContext, parseContext } from '../glossary/context-source';
import type { ContextTable } from '../glossary/cues';
import { parseSources, parseTerm } from '../glossary/parse';
import type { Sources, Term } from '../glossary/schema';

const GLOSSARY = fileURLToPath(new URL('../glossary/', import.meta.url));
export const TERMS_DIR = join(GLOSSARY, 'terms');
export const SOURCES_FILE = join(GLOSSARY, 'sources.yaml');
export const CONTEXT_FILE = join(GLOSSARY, 'context.yaml');

/** Names of all term files. */
export function termFiles(): string[] {
  return readdirSync(TERMS_DIR)
    .filter((name) => name.endsWith('.md'))
    .sort();
}

/** @throws GlossaryError when the file is wrong */
export function readTerm(file: string): Term {
  return parseTerm(file, readFileSync(join(TERMS_DIR, file), 'utf8'));
}

/** @throws GlossaryError when the file is wrong */
export function readSources(): Sources {
  return parseSources(readFileSync(SOURCES_FILE, 'utf8'));
}

/** @throws GlossaryError when the file is wrong */
export function readContext(): ContextSource {
  return parseContext(readFileSync(CONTEXT_FILE, 'utf8'));
}

/**
 * Reads and compiles the whole glossary.
 * @throws GlossaryError naming the first file that is wrong
 */
export function readGlossary(): Glossary & { context: ContextTable } {
  const terms = termFiles().map(readTerm);
  return { ...compile(terms, readSources()), context: compileContext(terms, readContext()) };
}
