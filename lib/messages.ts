import * as v from 'valibot';
import { REASON_CODES } from '../glossary/reasons';
import { LANGUAGES } from './languages';

/** Parts of the page side that load only when a page needs them: each is a script of its own. */
export const PARTS = ['article', 'context', 'marks', 'reader', 'texts'] as const;
export type Part = (typeof PARTS)[number];

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(2000));

/** Messages to the background; it answers `true` when done, `false` when that failed; `shortcuts` with a `Shortcuts`, `words` with the `Words`, `kept-elsewhere` and `has-voice` with a boolean. */
export const backgroundMessage = v.variant('type', [
  v.strictObject({ type: v.literal('load-part'), part: v.picklist(PARTS) }),
  /**
   * From each frame, whenever the concepts that are lit in it, or its address, have changed. `first`: none was lit before.
   * `again`: the frame has said so before, and was shown all the time since.
   */
  v.strictObject({
    type: v.literal('lit'),
    concepts: v.pipe(v.array(id), v.maxLength(1000)),
    first: v.boolean(),
    again: v.boolean(),
  }),
  v.strictObject({ type: v.literal('open-panel'), concept: id }),
  /** Asks for the keys of the commands as they are set in the browser now. */
  v.strictObject({ type: v.literal('shortcuts') }),
  /** Asks for the words of a language that is not the browser's. */
  v.strictObject({ type: v.literal('words'), language: v.picklist(LANGUAGES) }),
  /** Asks whether a card is kept open in another frame of the tab. */
  v.strictObject({ type: v.literal('kept-elsewhere') }),
  /** A card came in this frame: those in the tab's other frames close. */
  v.strictObject({ type: v.literal('close-elsewhere') }),
  /** Asks whether this machine has a voice for the glossary's words: for browsers in which a page had better not ask. */
  v.strictObject({ type: v.literal('has-voice') }),
  v.strictObject({ type: v.literal('save'), concept: id, on: v.boolean() }),
  /** "I know this term": everywhere. */
  v.strictObject({ type: v.literal('known'), concept: id, on: v.boolean() }),
  /** "Wrong here": on the site of the sending frame. */
  v.strictObject({ type: v.literal('wrong'), concept: id, on: v.boolean() }),
]);
export type BackgroundMessage = v.InferOutput<typeof backgroundMessage>;

/** Keys as the browser's settings write them, such as `Alt+Period`; empty where a command has none. */
export interface Shortcuts {
  next: string;
  previous: string;
}

/**
 * Messages from the background to one frame of a tab: a keyboard command, `close-card`, or `has-terms`, which a frame
 * answers with a `HasTerms`; frames without the card do not answer.
 */
export const tabMessage = v.strictObject({
  type: v.picklist(['next-term', 'previous-term', 'close-card', 'has-terms']),
});
export type TabMessage = v.InferOutput<typeof tabMessage>;

/** Whether a frame has lit terms, the focus, and a card that the reader keeps open. */
export interface HasTerms {
  lit: boolean;
  focused: boolean;
  kept: boolean;
}

/*
 * Popup and panel talk with the page over one port (panel-port.ts) that reaches every frame of the tab, so that no list
 * of frames has to be kept anywhere: each frame answers for itself under a name that it gives itself.
 */
/** From popup or panel to every frame of a tab. */
export const panelRequest = v.variant('type', [
  /** Asks for `page-terms`, now and after each change. */
  v.strictObject({ type: v.literal('page-terms'), rejected: v.boolean() }),
  /** Scrolls to an occurrence, by the key that `page-terms` gave, and opens its card. */
  v.strictObject({ type: v.literal('jump-to'), frame: text, key: count }),
]);
export type PanelRequest = v.InferOutput<typeof panelRequest>;

/** A reason of the glossary's, as it stands, so that popup and panel can say it in their language. */
const reason = v.strictObject({
  code: v.picklist(REASON_CODES),
  words: v.array(text),
  about: text,
});

/** One occurrence of a term on the page. */
const pageTerm = v.strictObject({
  /** Names the occurrence in its frame until the page changes there. */
  key: count,
  concept: id,
  /** As the page writes it. */
  text,
  /** Index into `sections`. */
  section: count,
  lit: v.boolean(),
  /** Why this is not what is meant; of those that were passed over. */
  reason: v.optional(reason),
});
export type PageTerm = v.InferOutput<typeof pageTerm>;

const pageTerms = v.strictObject({
  type: v.literal('page-terms'),
  frame: text,
  /** The topmost frame of the tab. */
  top: v.boolean(),
  /** Headings in reading order; the first is empty where text stands before any heading. */
  sections: v.array(text),
  /** Accepted occurrences in reading order, lit or not. */
  terms: v.array(pageTerm),
  /** Rejected candidates in reading order; empty unless asked for. */
  rejected: v.array(pageTerm),
});
export type PageTerms = v.InferOutput<typeof pageTerms>;

/** From a frame to popup or panel. */
export const panelAnswer = v.variant('type', [pageTerms]);
