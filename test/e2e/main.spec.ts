import { expect, test } from './fixtures';

test.describe('an article about leukemia', () => {
  test.beforeEach(async ({ reader, server }) => {
    await reader.goto(`${server.origin}/induction.html`);
  });

  test('lights the terms up, split ones too, and leaves code, editors and capitals dark', async ({
    reader,
  }) => {
    const painted = await reader.settled(8);
    for (const term of [
      'acute lymphoblastic leukemia',
      'induction',
      'vincristine',
      'lumbar puncture',
      'CD19',
      'MRD',
    ])
      expect(painted).toContain(term);
    expect(painted).toContain('CAR T-cell therapy');
    expect(painted.filter((text) => text === 'vincristine')).toHaveLength(1);
  });

  test('leaves the page as it was', async ({ reader, server }) => {
    await reader.settled();
    const after = await reader.evaluate(() => document.documentElement.outerHTML);
    const before = await reader.evaluate(async () => {
      const source = await (await fetch(location.href)).text();
      return new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML;
    });
    expect(server.origin).toContain('127.0.0.1');
    expect(after).toBe(before);
  });

  test('shows the card where the pointer rests, and Esc closes it', async ({ reader }) => {
    await reader.settled();
    await reader.hover('vincristine');
    await expect.poll(() => reader.card()).toContain('vincristine');
    await reader.press('Escape');
    await expect.poll(() => reader.card()).toBeUndefined();
    expect(reader.errors()).toEqual([]);
  });
});

test('a page about something else stays dark', async ({ reader, server }) => {
  await reader.goto(`${server.origin}/gardening.html`);
  await reader.goto(`${server.origin}/induction.html`);
  await reader.settled();
  await reader.goto(`${server.origin}/gardening.html`);
  // The next page's terms come within the time that the last one's took; none may come here.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await reader.painted()).toEqual([]);
  expect(reader.errors()).toEqual([]);
});
