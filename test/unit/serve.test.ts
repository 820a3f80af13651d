import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { servePages } from '../../scripts/serve';

const server = await servePages(fileURLToPath(new URL('../fixtures', import.meta.url)));
afterAll(() => server.close());

it.each([
  ['/%E0%A4%A', 400],
  ['/no-such-page.html', 404],
  ['/..%2f..%2fpackage.json', 404],
  ['/favicon.ico', 204],
  ['/induction.html', 200],
])('answers %j with %i', async (path, status) => {
  expect((await fetch(server.origin + path)).status).toBe(status);
});

it('serves what is added', async () => {
  const answer = await fetch(server.add('<p>x', undefined, { 'x-own': 'y' }));
  expect([await answer.text(), answer.headers.get('content-type'), answer.headers.get('x-own')]).toEqual([
    '<p>x',
    'text/html; charset=utf-8',
    'y',
  ]);
});
