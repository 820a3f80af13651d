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
const NEVER_READ = names('script style noscript template head title termlight-card');
const NOT_FOR_READING = names(
  'code pre kbd samp svg math textarea input select button option optgroup datalist iframe object embed canvas video audio img picture rt rp',
);
const EDITOR_ROLES = names('textbox code');

/** The parent in the page as it is composed: a shadow root's is its host. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (!parent) return null;
  if (parent.nodeType === 1) return parent as Element;
  return (parent as Partial<ShadowRoot>).host ?? null;
}

/** What nearly always stands in a line of text, and what nearly never does. */
const LIKELY = new Map<string, Flow>();
const likely = (flow: Flow, list: string) => {
  for (const name of list.split(' ')) LIKELY.set(name, flow);
};
likely(INLINE, 'a abbr b cite em i small span strong sub sup u');
likely(
  BOUNDARY,
  'article body br dd div dl dt h1 h2 h3 h4 h5 h6 header li main nav ol p section table tbody td th tr ul',
);

/**
 * Answers how elements stand in the text, and remembers the answers: asking for a computed style is the dearest thing
 * that reading does. Good for one reading; the next one asks anew.
 */
export class ElementFacts {
  #flow = new Map<Element, Flow>();
  #excluded = new Map<Element, boolean>();
  #visible = new Map<Element, boolean>();

  /**
   * @param links whether the text of links is read
   * @param styleOf asks for an element's computed style
   */
  constructor(
    readonly links: boolean,
    readonly styleOf: (element: Element) => Pick<CSSStyleDeclaration, 'display' | 'visibility'> = (element) =>
      getComputedStyle(element),
  ) {}

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
    const { display, visibility } = this.styleOf(element);
    if (display === 'none') return ABSENT;
    if (display !== 'inline' && display !== 'contents' && !display.startsWith('ruby')) return BOUNDARY;
    return visibility !== 'visible' || this.#isExcluded(element) ? OPAQUE : INLINE;
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
    if (!this.links && name === 'a' && element.hasAttribute('href')) return true;
    const editable = element.getAttribute('contenteditable');
    if (editable !== null && editable !== 'false') return true;
    return EDITOR_ROLES.has(element.getAttribute('role') ?? '');
  }

  /** Whether the element or one around it is no place to look for terms: code, forms, editors, drawings. */
  excluded(element: Element): boolean {
    let known = this.#excluded.get(element);
    if (known === undefined) {
      const parent = parentOf(element);
      known =
        this.#isExcluded(element) ||
        (parent ? this.excluded(parent) : element.ownerDocument.designMode === 'on');
      this.#excluded.set(element, known);
    }
    return known;
  }
}

/** Whether a reader can see the text of an element. */
export function isVisible(element: Element): boolean {
  if (element.localName === 'details' && !(element as HTMLDetailsElement).open) return false;
  return element.checkVisibility({ visibilityProperty: true });
}
