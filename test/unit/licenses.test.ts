import { expect, it } from 'vitest';
import { packageOf } from '../../scripts/licenses-plugin';

it.each([
  ['/a/node_modules/preact/dist/preact.mjs', 'preact', '/a/node_modules/preact'],
  ['/a/node_modules/@floating-ui/dom/index.js?x', '@floating-ui/dom', '/a/node_modules/@floating-ui/dom'],
  ['/a/node_modules/b/node_modules/c/index.js', 'c', '/a/node_modules/b/node_modules/c'],
  ['C:\\a\\node_modules\\preact\\index.js', 'preact', 'C:/a/node_modules/preact'],
  ['\0/a/node_modules/preact/index.js?commonjs', 'preact', '/a/node_modules/preact'],
])('%j is of %s', (id, name, folder) => expect(packageOf(id)).toEqual({ name, folder }));

it.each(['/a/lib/faults.ts', '\0virtual:termlight/forms', '/a/node_modules'])('%j is of no library', (id) =>
  expect(packageOf(id)).toBeUndefined(),
);
