import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { glossaryPlugin } from '../../scripts/glossary-plugin';

/** The page side of the benchmarks as one classic script. */
export async function bundlePageSide(): Promise<string> {
  const entry = fileURLToPath(new URL('page-side.ts', import.meta.url));
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [glossaryPlugin()],
    build: {
      write: false,
      minify: process.env.RAW ? false : 'esbuild',
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'pageSide' },
    },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!('output' in result)) throw new Error('Vite watched instead of building');
  return result.output[0].code;
}
