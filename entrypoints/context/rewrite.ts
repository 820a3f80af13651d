/**
 * Calls back when the page has put another root element in the place of its own, as `document.open()` does: every listener
 * on document and window is gone then. Ends with `signal`.
 */
export function onRewrite(then: () => void, signal: AbortSignal): void {
  let root = document.documentElement;
  const observer = new MutationObserver(() => {
    if (!document.documentElement || document.documentElement === root) return;
    root = document.documentElement;
    then();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
