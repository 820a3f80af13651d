/** Frames smaller than this hold advertising, counters or widgets, in CSS pixels. */
const SMALLEST_FRAME = { width: 200, height: 100 };

/** Resolves when a frame is large enough to be read. */
function whenLarge(ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (innerWidth < SMALLEST_FRAME.width || innerHeight < SMALLEST_FRAME.height) return;
      stop();
      resolve();
    };
    // Looks right after the browser's own layout: none is forced. An observer of intersections would not do: it tells a
    // frame from elsewhere nothing about its view's size.
    const observer = new ResizeObserver(look);
    const stop = () => {
      observer.disconnect();
      removeEventListener('resize', look);
    };
    ended.addEventListener('abort', stop);
    addEventListener('resize', look, { passive: true });
    if (document.documentElement) observer.observe(document.documentElement);
  });
}

/** Resolves when this frame is one that somebody may read. */
export async function whenWanted(ended: AbortSignal): Promise<void> {
  // A tab in the background, or a page loaded ahead, costs nothing.
  while (document.hidden)
    await new Promise((resolve) =>
      document.addEventListener('visibilitychange', resolve, { once: true, signal: ended }),
    );
  if (window !== top) await whenLarge(ended);
}

/** The address of the page around a frame, as much of it as the frame may know; of a page that is no frame, its own. */
export function outerAddress(): string {
  try {
    return top?.location.href ?? '';
  } catch {
    return [...(location.ancestorOrigins ?? [])].at(-1) ?? document.referrer;
  }
}
