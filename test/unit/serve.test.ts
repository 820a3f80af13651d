import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { servePages } from '../../scripts/serve';

test('a page in another encoding than UTF-8 is left to say so itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'termlight-serve-'));
  writeFileSync(join(folder, 'new.html'), '<p>café</p>');
  writeFileSync(join(folder, 'old.html'), '<meta charset="windows-1252"><p>café</p>', 'latin1');
  const server = await servePages(folder);
  const typeOf = async (name: string) =>
    (await fetch(`${server.origin}/${name}`)).headers.get('content-type');
  expect(await typeOf('new.html')).toBe('text/html; charset=utf-8');
  expect(await typeOf('old.html')).toBe('text/html');
  await server.close();
  rmSync(folder, { recursive: true });
});
