import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const FRAMEWORKS = ['react', 'vue', 'lit'] as const;

/** One of the framework pages as one classic script, with the framework's checks for development in it. */
export async function bundle(framework: (typeof FRAMEWORKS)[number]): Promise<string> {
  const entry = fileURLToPath(new URL(`../fixtures/frameworks/${framework}.mjs`, import.meta.url));
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'development',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'page' } },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!('output' in result)) throw new Error(`${framework}: Vite watched instead of building`);
  return result.output[0].code;
}
