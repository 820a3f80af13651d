/** Reads a document from the page's side, so exactly that one character or one text node more shows. */

export interface DomCheck {
  /** The document as it stands: one line a node, text nodes apart, the card's host left out. */
  print(): string;
  /** What `print` said at DOMContentLoaded. */
  atReady: string | undefined;
}

/** Runs in the page before any of its scripts: leaves a `DomCheck` there, and makes chance the same in every run. */
export function installDomCheck(): void {
  const lineOf = (node: Node): string => {
    if (node instanceof Element) {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
      return `<${node.nodeName} ${attributes.join(' ')}>`;
    }
    return `${node.nodeName} ${JSON.stringify(node.nodeValue)}`;
  };
  const print = (): string => {
    const lines: string[] = [];
    const open: Node[] = [document.documentElement];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node instanceof Element && node.localName === 'termlight-card') continue;
      lines.push(`${lineOf(node)} in ${node.parentNode?.nodeName}`);
      open.push(...[...node.childNodes].reverse());
      if (node instanceof HTMLTemplateElement) open.push(node.content);
      if (node instanceof Element && node.shadowRoot) open.push(node.shadowRoot);
    }
    return lines.join('\n');
  };
  const check: DomCheck = { print, atReady: undefined };
  (window as unknown as { domCheck: DomCheck }).domCheck = check;
  document.addEventListener('DOMContentLoaded', () => {
    check.atReady = print();
  });
  let state = 1;
  Math.random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** The first lines in which two prints differ, or undefined. */
export function difference(before: string, after: string): string | undefined {
  if (before === after) return undefined;
  const [one, other] = [before.split('\n'), after.split('\n')];
  const at = one.findIndex((line, i) => line !== other[i]);
  const from = at < 0 ? one.length : at;
  const short = (lines: string[]) =>
    lines
      .slice(from, from + 3)
      .map((line) => line.slice(0, 300))
      .join('\n  ');
  return `line ${from}:\n  ${short(one)}\nbecame\n  ${short(other)}`;
}
