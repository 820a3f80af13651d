/** Time given to the page before its article is looked for, in milliseconds, if it is never idle. */
const IDLE_TIMEOUT = 2000;

/** Resolves when the page has nothing to do. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: IDLE_TIMEOUT }));

/** Resolves before the next frame is drawn. */
export const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
