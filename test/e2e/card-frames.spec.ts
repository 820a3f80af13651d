import { middleOf, paintedTexts, untilStill } from '../../scripts/painted';
import { A_WHILE, article, openByPointer, pause, pressInCard } from './card-tools';
import { expect, test } from './fixtures';
import type { Reader } from './reader';

/** The frame stands beside the text, so that no card covers a term that is needed. */
const BESIDE = 'iframe { position: fixed; inset: 0 0 auto auto; width: 600px; height: 600px }';

const isCardInFrame = (reader: Reader) =>
  reader.evaluateInFrame(() => document.querySelector('termlight-card') !== null);

async function pointInFrame(reader: Reader, text: string): Promise<{ x: number; y: number }> {
  const inner = await reader.evaluateInFrame(middleOf, [text, 0] as [string, number]);
  const outer = await reader.evaluate(() => {
    const { left, top } = document.querySelector('iframe')?.getBoundingClientRect() ?? new DOMRect();
    return { left, top };
  });
  if (!inner) throw new Error(`"${text}" is not painted in the frame`);
  return { x: outer.left + inner.x, y: outer.top + inner.y };
}

async function hoverInFrame(reader: Reader, text: string): Promise<{ x: number; y: number }> {
  const point = await pointInFrame(reader, text);
  await reader.movePointer(point.x - 1, point.y);
  await reader.movePointer(point.x, point.y);
  return point;
}

test('of all frames only one has a card', async ({ reader, server }) => {
  const inner = server.add(article('body { margin: 20px }'));
  await reader.goto(
    server.add(
      article(`body { margin: 20px; max-width: 500px } ${BESIDE}`, `<iframe src="${inner}"></iframe>`),
    ),
  );
  await reader.settled(6);
  await untilStill(() => reader.evaluateInFrame(paintedTexts), 6);

  // The card comes to a frame a little after its lights.
  await expect(async () => {
    await hoverInFrame(reader, 'MRD');
    await pause(A_WHILE);
    expect(await isCardInFrame(reader)).toBe(true);
  }).toPass();
  await openByPointer(reader, 'acute lymphoblastic leukemia');
  await expect.poll(() => isCardInFrame(reader)).toBe(false);

  // Kept open, it is the only one as long as the pointer asks.
  await pressInCard(reader, 'Keep open');
  const point = await hoverInFrame(reader, 'MRD');
  await pause(A_WHILE);
  expect(await isCardInFrame(reader)).toBe(false);
  expect(await reader.card()).toContain('acute lymphocytic leukemia');

  // What is pressed for takes its place.
  await reader.click(point.x, point.y);
  await expect.poll(() => isCardInFrame(reader)).toBe(true);
  await expect.poll(() => reader.card()).toBeUndefined();

  await openByPointer(reader, 'acute lymphoblastic leukemia');
  await expect.poll(() => isCardInFrame(reader)).toBe(false);
});

test('the commands go from term to term in the frame that has the focus, else in one that has terms', async ({
  reader,
  server,
}) => {
  const frame = (src: string) => `<iframe src="${src}"></iframe>`;
  const style = `body { margin: 20px; max-width: 500px } ${BESIDE}`;
  const terms = server.add(article('body { margin: 20px }'));
  const advert = server.add('<!doctype html><title>Advert</title><button>Buy two</button>');
  const cards = async () => [(await reader.card()) !== undefined, await isCardInFrame(reader)];
  /** The card comes to a frame a little after its lights: the first step is taken until it is answered. */
  const stepUntil = async (wanted: boolean[]) => {
    await expect(async () => {
      await reader.command('next-term');
      await pause(A_WHILE);
      expect(await cards()).toEqual(wanted);
    }).toPass();
  };
  const focused = () => document.activeElement?.localName;

  // The focus in a frame without terms.
  await reader.goto(server.add(article(style, frame(advert))));
  await reader.settled(6);
  await reader.evaluateInFrame(() => document.querySelector('button')?.focus());
  await stepUntil([true, false]);
  await reader.press('Enter');
  await expect.poll(() => reader.evaluate(focused)).toBe('termlight-card');

  // Terms in an inner frame alone.
  await reader.goto(server.add(`<!doctype html><title>Outer</title><p>Read on.</p>${frame(terms)}`));
  await untilStill(() => reader.evaluateInFrame(paintedTexts), 6);
  await stepUntil([false, true]);
  await reader.press('Enter');
  await expect.poll(() => reader.evaluateInFrame(focused)).toBe('termlight-card');

  // Terms in both, and the focus in the inner one.
  await reader.goto(server.add(article(style, frame(terms))));
  await reader.settled(6);
  await untilStill(() => reader.evaluateInFrame(paintedTexts), 6);
  await reader.evaluateInFrame(() => document.getElementById('link')?.focus());
  await stepUntil([false, true]);
  await reader.press('Enter');
  await expect.poll(() => reader.evaluateInFrame(focused)).toBe('termlight-card');
});

test('"Wrong here" is offered where there is a site for which it can hold', { tag: '@chromium' }, async ({
  chromium,
  server,
}) => {
  const inner = article('body { margin: 20px }').replaceAll('"', '&quot;');
  await chromium.goto(
    server.add(
      article(`body { margin: 20px; max-width: 500px } ${BESIDE}`, `<iframe srcdoc="${inner}"></iframe>`),
    ),
  );
  await chromium.settled(6);
  await openByPointer(chromium, 'acute lymphoblastic leukemia');
  expect(await chromium.card()).toContain('Wrong here');
  await chromium.press('Escape');
  await untilStill(() => chromium.evaluateInFrame(paintedTexts), 6);
  await expect(async () => {
    await hoverInFrame(chromium, 'MRD');
    await pause(A_WHILE);
    expect(await isCardInFrame(chromium)).toBe(true);
  }).toPass();
  const card = await chromium.cardInFrame();
  expect(card).toContain('I know this');
  expect(card).not.toContain('Wrong here');
});
