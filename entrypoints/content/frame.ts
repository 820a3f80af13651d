/** Frames smaller than this hold advertising, counters or widgets, in CSS pixels. */
const SMALLEST_FRAME = { width: 200, height: 100 };

/** Waits until the page is looked at: a tab in the background, or a page loaded ahead, costs nothing. */
function whenVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (!document.hidden) return resolve();
    const stop = new AbortController();
    const onChange = () => {
      if (document.hidden) return;
      stop.abort();
      resolve();
    };
    document.addEventListener('visibilitychange', onChange, {
      signal: AbortSignal.any([signal, stop.signal]),
    });
  });
}

/** Waits until an inner frame is large enough to read in. Asked right after the browser's own layout: none is forced. */
function whenLarge(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const look = () => {
      if (innerWidth < SMALLEST_FRAME.width || innerHeight < SMALLEST_FRAME.height) return;
      stop.abort();
      resolve();
    };
    const either = AbortSignal.any([signal, stop.signal]);
    // An observer of intersections would not do: it tells a frame from elsewhere nothing about its view's size.
    const observer = new ResizeObserver(look);
    either.addEventListener('abort', () => observer.disconnect());
    addEventListener('resize', look, { passive: true, signal: either });
    observer.observe(document.documentElement);
  });
}

/** Resolves when this frame is one that somebody may read. */
export async function wantsReading(signal: AbortSignal): Promise<void> {
  await whenVisible(signal);
  if (window !== window.top) await whenLarge(signal);
}

/** The address of the page around a frame, as much of it as the frame may know; '' for a page of its own. */
export function outerAddress(): string {
  if (window === window.top) return '';
  try {
    return window.top?.location.href ?? '';
  } catch {
    return location.ancestorOrigins?.item(location.ancestorOrigins.length - 1) ?? document.referrer;
  }
}
