/** How an element stands in running text. */
export const INLINE = 0;
/** Ends the block: what stands before and after it is not one run of text. */
export const BOUNDARY = 1;
/** Something that is not for reading stands here (a picture, code, a form control): no term runs over it. */
export const OPAQUE = 2;
/** Not rendered: the text before and after it touches. */
export const ABSENT = 3;
export type Flow = typeof INLINE | typeof BOUNDARY | typeof OPAQUE | typeof ABSENT;

/** What begins a section. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

const names = (list: string) => new Set(list.split(' '));
/** What holds no text for reading. */
export const NEVER_READ = names('script style noscript template head title termlight-card');
const NOT_FOR_READING = names(
  'code pre kbd samp svg math textarea input select button option optgroup datalist iframe object embed canvas video audio img picture rt rp',
);
const EDITOR_ROLES = names('textbox code');

const DOCUMENT_NODE = 9;

/** What can be read: an element, a shadow root, a document without a body. */
export type ReadRoot = Node & ParentNode;

/**
 * What a node has under a name as the platform means it: what a form has there may be one of its fields. Outside of browsers,
 * where files are read, some of it is the node's own.
 */
export const ownOf = <N extends Node, K extends keyof N>(node: N, name: K): N[K] =>
  Reflect.get(Object.getPrototypeOf(node), name, node) ?? node[name];

/** The nearest of an element and those around it that a selector takes. */
export const closest = (element: Element, selector: string): Element | null =>
  ownOf(element, 'closest').call(element, selector);

const attributeOf = (element: Element, name: string) => ownOf(element, 'getAttribute').call(element, name);

/** The parent in the page as it is composed: a shadow root's is its host. */
export function parentOf(node: Node): Element | null {
  const parent = ownOf(node, 'parentNode');
  if (parent && parent.nodeType >= DOCUMENT_NODE) return (parent as Partial<ShadowRoot>).host ?? null;
  return parent as Element | null;
}

/** What nearly always stands in a line of text, and what nearly never does. */
const LIKELY = new Map<string, Flow>();
const likely = (flow: Flow, list: string) => {
  for (const name of list.split(' ')) LIKELY.set(name, flow);
};
const IN_LINE = 'a abbr b cite em i small span strong sub sup u';
likely(INLINE, IN_LINE);
likely(
  BOUNDARY,
  'article body br dd div dl dt h1 h2 h3 h4 h5 h6 header li main nav ol p section table tbody td th tr ul',
);

/** What does not nearly always stand in a line. */
const NOT_IN_LINE = `:not(${IN_LINE.replace(/ /g, ',')})`;
/** An element with more children is not asked about all that is in it. */
const MANY_CHILDREN = 1000;

/** Whether an element nearly always stands in a line of text. */
export const isLikelyInline = (element: Element): boolean => LIKELY.get(element.localName) === INLINE;

/** The element whose whole text is, nearly always, the block of a text node; undefined where that takes a closer look. */
export function plainBlockOf(node: Text): Element | undefined {
  let at = node.parentElement;
  while (at && isLikelyInline(at)) at = at.parentElement;
  return at &&
    LIKELY.get(at.localName) === BOUNDARY &&
    at.childElementCount < MANY_CHILDREN &&
    !at.querySelector(NOT_IN_LINE)
    ? at
    : undefined;
}

/**
 * Answers how elements stand in the text, and remembers the answers: asking for a computed style is the dearest thing
 * that reading does. Good for one reading; the next one asks anew.
 */
export class ElementFacts {
  #flow = new Map<Element, Flow>();
  #excluded = new Map<Element, boolean>();
  #visible = new Map<Element, boolean>();
  readonly #links: boolean;
  readonly #styleOf: (element: Element) => Pick<CSSStyleDeclaration, 'display' | 'visibility'>;

  /**
   * @param links whether the text of links is read
   * @param styleOf asks for an element's computed style
   */
  constructor(
    links: boolean,
    styleOf: (element: Element) => Pick<CSSStyleDeclaration, 'display' | 'visibility'> = (element) =>
      getComputedStyle(element),
  ) {
    this.#links = links;
    this.#styleOf = styleOf;
  }

  /** As rendered. */
  readonly flow = (element: Element): Flow => {
    let flow = this.#flow.get(element);
    if (flow === undefined) {
      flow = this.#ask(element);
      this.#flow.set(element, flow);
    }
    return flow;
  };

  /** As elements of this name usually stand: asks for no style where that is enough. */
  readonly likelyFlow = (element: Element): Flow => LIKELY.get(element.localName) ?? this.flow(element);

  #ask(element: Element): Flow {
    const name = element.localName;
    if (name === 'br' || name === 'hr') return BOUNDARY;
    if (NEVER_READ.has(name)) return ABSENT;
    const { display, visibility } = this.#styleOf(element);
    if (!display || display === 'none') return ABSENT;
    // What is put into a slot of its own stands elsewhere than what is beside it.
    if (element.assignedSlot?.name || !this.#holdsInline(element)) return BOUNDARY;
    if (display !== 'inline' && display !== 'contents' && !display.startsWith('ruby')) return BOUNDARY;
    return visibility !== 'visible' || this.#isExcluded(element) ? OPAQUE : INLINE;
  }

  /** Whether what is in an element stands in the line that the element stands in, though shown in its shadow tree. */
  #holdsInline({ shadowRoot }: Element): boolean {
    const inLine = ({ parentNode }: Node): boolean =>
      parentNode === shadowRoot ||
      (this.flow(parentNode as Element) === INLINE && inLine(parentNode as Node));
    return !shadowRoot || [...shadowRoot.querySelectorAll('slot')].every(inLine);
  }

  /** Whether a reader can see the element's text. */
  visible(element: Element): boolean {
    let visible = this.#visible.get(element);
    if (visible === undefined) {
      visible = isVisible(element);
      this.#visible.set(element, visible);
    }
    return visible;
  }

  #isExcluded(element: Element): boolean {
    const name = element.localName;
    if (NOT_FOR_READING.has(name) || NEVER_READ.has(name)) return true;
    if (!this.#links && name === 'a' && element.hasAttribute('href')) return true;
    if ((attributeOf(element, 'contenteditable') ?? 'false') !== 'false') return true;
    return EDITOR_ROLES.has(attributeOf(element, 'role') ?? '');
  }

  /** Whether the element or one around it is no place to look for terms: code, forms, editors, drawings. */
  excluded(element: Element): boolean {
    let known: boolean | undefined;
    const path: Element[] = [];
    for (let at: Element | null = element; at && known === undefined; at = parentOf(at)) {
      path.push(at);
      known = this.#excluded.get(at) ?? (this.#isExcluded(at) || undefined);
    }
    known ??= element.ownerDocument.designMode === 'on';
    for (const at of path) this.#excluded.set(at, known);
    return known;
  }
}

/** Whether a reader can see the text of an element. */
export function isVisible(element: Element): boolean {
  if (element.localName === 'details' && !(element as HTMLDetailsElement).open) return false;
  if (ownOf(element, 'checkVisibility').call(element, { visibilityProperty: true })) return true;
  // An element without a box of its own is seen in that of the one around it.
  const { display, visibility } = getComputedStyle(element);
  const parent = display === 'contents' && visibility === 'visible' && parentOf(element);
  return !!parent && isVisible(parent);
}

/** Whether a text is shown where it stands, and not a shadow tree in its place. */
export const hasPlace = (text: Text): boolean =>
  !(text.parentNode as Partial<Element>).shadowRoot?.host || !!text.assignedSlot;
