/**
 * Checks that the packages for the shops are the same bytes each time: builds and zips everything twice, the second time
 * as if in another place of the world, and compares.
 * usage: npm run check:zip (about 40 seconds)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, '.output');

/** Package → SHA-256 of its bytes, after a fresh build. */
function packages(timeZone: string): Map<string, string> {
  const { status } = spawnSync('npm', ['run', '--silent', 'zip'], {
    cwd: ROOT,
    env: { ...process.env, TZ: timeZone },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm run zip failed with ${status}`);
  const names = readdirSync(OUT).filter((name) => name.endsWith('.zip'));
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(OUT, name)))
        .digest('hex'),
    ]),
  );
}

const first = packages('UTC');
const second = packages('Pacific/Auckland');
for (const [name, hash] of first) {
  const same = second.get(name) === hash;
  console.log(`${same ? 'the same bytes twice' : 'OTHER BYTES'}: ${name} ${hash}`);
  if (!same) process.exitCode = 1;
}
