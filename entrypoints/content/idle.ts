/** Time given to the page before its article is looked for, in milliseconds, if it is never idle. */
const IDLE_TIMEOUT = 2000;

/** Resolves when the page has nothing to do. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: IDLE_TIMEOUT });
    else setTimeout(resolve, IDLE_TIMEOUT / 10);
  });
