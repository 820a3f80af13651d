/** Frames smaller than this hold advertising, counters or widgets, in CSS pixels. */
const SMALLEST_FRAME = { width: 200, height: 100 };

/** Resolves when something is found to be so. `listen` has it looked for, until the signal. */
function when(
  isSo: () => boolean,
  listen: (look: () => void, signal: AbortSignal) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const look = () => {
      if (!isSo()) return;
      stop.abort();
      resolve();
    };
    listen(look, AbortSignal.any([signal, stop.signal]));
  });
}

// A tab in the background, or a page loaded ahead, costs nothing.
const isSeen = () => !document.hidden;

/** Resolves when this frame is one that somebody may read. */
export async function whenWanted(ended: AbortSignal): Promise<void> {
  if (!isSeen())
    await when(
      isSeen,
      (look, signal) => document.addEventListener('visibilitychange', look, { signal }),
      ended,
    );
  if (window === top) return;
  await when(
    () => innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height,
    (look, signal) => {
      // Looks right after the browser's own layout: none is forced. An observer of intersections would not do: it tells a
      // frame from elsewhere nothing about its view's size.
      const observer = new ResizeObserver(look);
      signal.addEventListener('abort', () => observer.disconnect());
      addEventListener('resize', look, { passive: true, signal });
      if (document.documentElement) observer.observe(document.documentElement);
    },
    ended,
  );
}

/** The address of the page around a frame, as much of it as the frame may know; of a page that is no frame, its own. */
export function outerAddress(): string {
  try {
    return top?.location.href ?? '';
  } catch {
    return [...(location.ancestorOrigins ?? [])].at(-1) ?? document.referrer;
  }
}
