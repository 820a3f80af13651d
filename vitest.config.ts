import { defineConfig } from 'vitest/config';
import { glossaryPlugin } from './scripts/glossary-plugin';

export default defineConfig({
  plugins: [glossaryPlugin()],
  test: { include: ['test/unit/**/*.test.{ts,tsx}'] },
});
