/**
 * Takes away what a content script of an earlier version left in the page. Firefox ends such a script at once and lets it
 * clear nothing up; its highlights are replaced under their names, its elements are not.
 */
export function removeRemains(): void {
  for (const host of document.querySelectorAll('termlight-card')) host.remove();
  for (const mark of document.querySelectorAll('mark[data-termlight]')) {
    const { previousSibling, nextSibling } = mark;
    // A mark stands between two parts of the text node that it was cut from, the first of which is the page's own.
    if (!(previousSibling instanceof Text && nextSibling instanceof Text)) continue;
    previousSibling.appendData(`${mark.textContent}${nextSibling.data}`);
    nextSibling.remove();
    mark.remove();
  }
}
