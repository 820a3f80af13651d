/** What the tests of the card have in common: a page, and hands that reach into the card. */
import { expect } from './fixtures';
import type { Reader } from './reader';

const TEXT = `
  <h1>Notes from the ward</h1>
  <p>Ines has acute lymphoblastic leukemia. After <a id="link" href="#elsewhere">induction</a> the lab looked for MRD
  and found very little. The plan speaks of consolidation with blinatumomab, then of maintenance at home.</p>
  <p>On the second night she had a fever, and the nurse thought of cytokine release syndrome. In the morning her
  vincristine was put off.</p>
  <p><label>Your note <input id="note"></label></p>`;

/** A page about leukemia. `style` comes last; `more` follows the text. */
export const article = (style = '', more = '', attributes = 'lang="en"') => `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Acute lymphoblastic leukemia</title>
<style>body { font: 18px/1.6 serif; margin: 200px auto; max-width: 600px } ${style}</style></head>
<body><article>${TEXT}</article>${more}</body></html>`;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Edges of the open card in CSS pixels of the viewport. */
export async function cardBox(reader: Reader): Promise<Box> {
  await expect.poll(() => reader.card()).toBeDefined();
  await reader.unseal();
  return reader.evaluate(() => {
    const { unsealed } = window as unknown as { unsealed: ShadowRoot };
    const { left, top, right, bottom } =
      unsealed.querySelector('.tl-card')?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right, bottom };
  });
}

/** Clicks a control of the open card, by the words that it shows or is named by. */
export async function pressInCard(reader: Reader, name: string): Promise<void> {
  await reader.unseal();
  const point = await reader.evaluate((wanted: string) => {
    const { unsealed } = window as unknown as { unsealed: ShadowRoot };
    const controls = [...unsealed.querySelectorAll('button, a, [role="link"]')];
    const found = controls.find(
      (control) => control.getAttribute('aria-label') === wanted || control.textContent?.trim() === wanted,
    );
    found?.scrollIntoView({ block: 'nearest' });
    const box = found?.getBoundingClientRect();
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, name);
  if (!point) throw new Error(`The card has no control "${name}"`);
  await reader.movePointer(point.x, point.y);
  await reader.click(point.x, point.y);
}

/** Longer than any delay of the card. */
export const A_WHILE = 700;
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Rests the pointer on a term and waits for its card. */
export async function openByPointer(reader: Reader, text: string): Promise<void> {
  await reader.hover(text);
  await expect.poll(() => reader.card()).toContain(text);
}

/** Changes settings as the options page does, and waits until the page's side has heard of it. */
export async function withSettings(reader: Reader, settings: Record<string, unknown>): Promise<void> {
  const options = await reader.extensionPage('options.html');
  await options.evaluate(
    new Function(
      `return (globalThis.browser ?? globalThis.chrome).storage.local.set({ settings: ${JSON.stringify({ version: 1, ...settings })} })`,
    ) as () => Promise<void>,
  );
  await options.close();
}
