import { randomFrom } from '../fixtures/frameworks/random.mjs';
import { bundle, FRAMEWORKS } from './bundle';
import { expect, test } from './fixtures';
import { litTexts, pause } from './page-side';

/** How long a page re-renders under the lights, in milliseconds. */
const RENDERING = 10_000;

interface Story {
  steps: number;
  wrong: { step: number; kind: string; found: string; expected: string }[];
  stop: boolean;
  stopped: boolean;
}
const story = () => (window as unknown as { story: Story }).story;

test.describe.configure({ mode: 'parallel', timeout: RENDERING + 30_000 });

for (const framework of FRAMEWORKS) {
  let code: string;
  test.beforeAll(async () => {
    code = await bundle(framework);
  });

  for (const painter of ['highlight', 'marks'] as const) {
    test(`${framework} re-renders under ${painter}, switched on at a random moment`, async ({
      reader,
      server,
      set,
    }, info) => {
      const seed = Number(process.env.TERMLIGHT_SEED ?? Date.now() % 1_000_000);
      const moment = randomFrom(seed)() * 0.7 * RENDERING;
      console.log(
        `${info.project.name}, ${framework}, ${painter}: TERMLIGHT_SEED=${seed}, on after ${moment.toFixed(0)} ms`,
      );
      const script = server.add(code, 'text/javascript; charset=utf-8');
      const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Leukemia: a ward diary</title><div id="root"></div><script src="${script}"></script></html>`;
      await set({
        enabled: false,
        painter,
        occurrences: 'every',
        scope: 'page',
        density: 0,
        supporting: 'always',
      });
      await reader.goto(`${server.add(page)}?seed=${seed}`);
      await pause(moment);
      await set({ enabled: true });
      await pause(RENDERING - moment);
      await reader.evaluate(() => {
        (window as unknown as { story: Story }).story.stop = true;
      });
      await expect.poll(async () => (await reader.evaluate(story)).stopped).toBe(true);

      const { wrong, steps } = await reader.evaluate(story);
      expect(reader.errors()).toEqual([]);
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(steps).toBeGreaterThan(50);
      await expect
        .poll(() => reader.evaluate(litTexts))
        .toEqual(
          expect.arrayContaining([
            'CAR T-cell therapy',
            'CD19',
            'Cytokine release syndrome',
            'stem cell transplant',
          ]),
        );
    });
  }
}
