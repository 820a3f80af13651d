// npm test: installs, then every check, one after the other; stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { install, stop } from './setup.mjs';

const STEPS = [
  ['types', 'check:types'],
  ['format and lint', 'check:lint'],
  ['unused code', 'check:unused'],
  ['glossary', 'glossary:check'],
  ['unit tests', 'test:unit'],
  ['build for Chromium', 'build'],
  ['build for Firefox', 'build:firefox'],
  ['bytes that every page loads', 'check:bytes'],
  ['end-to-end', 'test:e2e'],
];

install();
const begun = Date.now();
for (const [name, script] of STEPS) {
  const from = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop(`${name} failed (npm run ${script})`);
  console.log(`── ${name}: ${((Date.now() - from) / 1000).toFixed(0)} s`);
}
console.log(`\nEverything passed in ${((Date.now() - begun) / 1000).toFixed(0)} s.`);
