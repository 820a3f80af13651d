import type { BrowserContext, Page } from '@playwright/test';
import { PageReader } from './page-reader';
import type { ExtensionPage } from './reader';

interface CdpNode {
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  /** Of a frame of the same process. */
  contentDocument?: CdpNode;
}

function find(node: CdpNode, name: string): CdpNode | undefined {
  if (node.nodeName.toLowerCase() === name) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** The document of the first frame in a page. */
function firstFrame(node: CdpNode): CdpNode | undefined {
  if (node.contentDocument) return node.contentDocument;
  for (const child of node.children ?? []) {
    const found = firstFrame(child);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: CdpNode): string {
  if (node.nodeName === '#text') return node.nodeValue;
  if (node.nodeName === 'STYLE') return '';
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join(' ');
}

/** Drives one Chromium tab. */
export class ChromiumReader extends PageReader<Page> {
  constructor(
    page: Page,
    readonly context: BrowserContext,
    readonly extensionId: string,
  ) {
    super(page);
    page.on('pageerror', (error) => this.noteError(error));
    page.on('console', (line) => this.noteLine(line));
  }

  async command(name: string): Promise<void> {
    const worker = this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
    await worker.evaluate(
      async ([url, command]) => {
        interface Commands {
          commands: { onCommand: { dispatch(...values: unknown[]): void } };
        }
        const { commands, tabs } = (globalThis as unknown as { chrome: Commands & typeof chrome }).chrome;
        const tab = (await tabs.query({})).find((t) => t.url === url);
        commands.onCommand.dispatch(command, tab);
      },
      [this.page.url(), name] as [string, string],
    );
  }
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }
  doubleClick(x: number, y: number): Promise<void> {
    return this.page.mouse.dblclick(x, y);
  }
  async tap(x: number, y: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
  }
  async unseal(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    try {
      const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
        root: CdpNode;
      };
      const backendNodeId = find(root, 'termlight-card')?.shadowRoots?.[0].backendNodeId;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration:
          'function () { Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true }); window.unsealed = this; }',
      });
    } finally {
      await session.detach();
    }
  }
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }
  card(): Promise<string | undefined> {
    return this.#cardIn((root) => root);
  }
  /** Text of the card in the page's first frame, if that is of the same process. */
  cardInFrame(): Promise<string | undefined> {
    return this.#cardIn(firstFrame);
  }
  async #cardIn(frameOf: (root: CdpNode) => CdpNode | undefined): Promise<string | undefined> {
    const session = await this.context.newCDPSession(this.page);
    try {
      const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
        root: CdpNode;
      };
      const frame = frameOf(root);
      const host = frame && find(frame, 'termlight-card');
      return host && textOf(host).replace(/\s+/g, ' ').trim();
    } finally {
      await session.detach();
    }
  }
  evaluate<T, A = undefined>(script: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    return this.page.evaluate(script as (argument: unknown) => T | Promise<T>, argument);
  }
  evaluateInFrame<T, A = undefined>(script: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    const frame = this.page.frames()[1];
    return frame.evaluate(script as (argument: unknown) => T | Promise<T>, argument);
  }
  async extensionPage(name: string): Promise<ExtensionPage> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/${name}`);
    return {
      text: () => page.evaluate(() => document.body.innerText),
      evaluate: (script) => page.evaluate(script),
      type: (text) => page.keyboard.type(text),
      press: (key) => page.keyboard.press(key),
      close: () => page.close(),
    };
  }
}
