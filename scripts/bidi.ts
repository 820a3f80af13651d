/** What puppeteer has no words for yet, said in raw WebDriver BiDi: Firefox's extension pages and closed shadow roots. */
import type { Browser } from 'puppeteer-core';

interface Connection {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}
interface Context {
  context: string;
  url: string;
}
interface RemoteNode {
  nodeType: number;
  nodeValue?: string;
  localName?: string;
  children?: { value: RemoteNode }[];
  shadowRoot?: { value: RemoteNode } | null;
}

const connectionOf = (browser: Browser) => (browser as unknown as { connection: Connection }).connection;

/** The open browsing contexts: tabs, or with `chrome` the browser's own windows. */
export async function contexts(browser: Browser, chrome: boolean): Promise<Context[]> {
  const { result } = await connectionOf(browser).send(
    'browsingContext.getTree',
    chrome ? { 'moz:scope': 'chrome' } : {},
  );
  return (result as { contexts: Context[] }).contexts;
}

/** Evaluates an expression in a context, by value; rejects with what the page threw. */
export async function evaluateIn(browser: Browser, context: string, expression: string): Promise<unknown> {
  const { result } = await connectionOf(browser).send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context },
    awaitPromise: true,
  });
  const answer = result as {
    type: string;
    result?: { value?: string };
    exceptionDetails?: { text: string };
  };
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'The evaluation failed');
  return answer.result?.value === undefined ? undefined : JSON.parse(answer.result.value);
}

function textOf(node: RemoteNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.localName === 'style') return '';
  const below = [...(node.shadowRoot ? [node.shadowRoot] : []), ...(node.children ?? [])];
  return below.map((child) => textOf(child.value)).join(' ');
}

/** Finds an element by its name, in open shadow trees, too. */
const finding = (name: string) => `(function find(root) {
  const found = root.querySelector(${JSON.stringify(name)});
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && find(shadowRoot);
    if (inside) return inside;
  }
  return null;
})(document)`;

/** The text of an element and of its shadow root, closed or open; undefined where there is none of this name. */
export async function shadowText(
  browser: Browser,
  context: string,
  name: string,
): Promise<string | undefined> {
  const { result } = await connectionOf(browser).send('script.evaluate', {
    expression: finding(name),
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 100, includeShadowTree: 'all' },
  });
  const node = (result as { result: { type: string; value: RemoteNode } }).result;
  return node.type === 'node' ? textOf(node.value).replace(/\s+/g, ' ').trim() : undefined;
}

/** Lets the page's scripts read an element's closed shadow root, as its `shadowRoot` and as `unsealed`. */
export async function unsealRoot(browser: Browser, context: string, name: string): Promise<void> {
  const connection = connectionOf(browser);
  const { result } = await connection.send('script.evaluate', {
    expression: finding(name),
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const { sharedId } = (result as { result: { value: { shadowRoot: { sharedId: string } } } }).result.value
    .shadowRoot;
  await connection.send('script.callFunction', {
    functionDeclaration:
      '(root) => { Object.defineProperty(root.host, "shadowRoot", { value: root, configurable: true }); window.unsealed = root; }',
    arguments: [{ sharedId }],
    target: { context },
    awaitPromise: false,
  });
}

const LOADED = `document.readyState === 'complete' && location.href`;

/**
 * Opens an address that pages may not open (`moz-extension://…`) in a new tab.
 * The browser must have been started with --remote-allow-system-access.
 * @param select whether the new tab comes to the front
 * @returns the id of the tab's browsing context
 */
export async function openPrivileged(browser: Browser, url: string, select = true): Promise<string> {
  const before = new Set((await contexts(browser, false)).map((c) => c.context));
  const [chrome] = await contexts(browser, true);
  await connectionOf(browser).send('script.evaluate', {
    expression: `{
      const tab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
      if (${select}) gBrowser.selectedTab = tab;
      undefined;
    }`,
    target: { context: chrome.context },
    awaitPromise: false,
  });
  for (;;) {
    const found = (await contexts(browser, false)).find((c) => c.url === url && !before.has(c.context));
    // The tab has its address before its document is the one at that address.
    if (found && (await evaluateIn(browser, found.context, LOADED)) === url) return found.context;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Closes a tab by its browsing context's id. */
export async function closeContext(browser: Browser, context: string): Promise<void> {
  await connectionOf(browser).send('browsingContext.close', { context });
}

/** WebDriver's code points for keys that type no character. */
const KEYS: Record<string, string> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
};

/** Presses and releases keys, one after the other: names of KEYS, or characters. */
export async function pressKeys(browser: Browser, context: string, keys: string[]): Promise<void> {
  const actions = keys.flatMap((key) => {
    const value = KEYS[key] ?? key;
    return [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
  });
  await connectionOf(browser).send('input.performActions', {
    context,
    actions: [{ type: 'key', id: 'keyboard', actions }],
  });
}
