import * as v from 'valibot';

/** Parts of the page side that load only when a page needs them: each is a script of its own. */
export const PARTS = ['reader'] as const;
export type Part = (typeof PARTS)[number];

const id = v.pipe(v.string(), v.maxLength(200));

/** Messages to the background. */
export const backgroundMessage = v.variant('type', [
  v.object({ type: v.literal('load-part'), part: v.picklist(PARTS) }),
  v.object({ type: v.literal('lit'), concepts: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ type: v.literal('open-panel'), concept: id }),
]);
export type BackgroundMessage = v.InferOutput<typeof backgroundMessage>;
