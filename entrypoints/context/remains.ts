import { unwrapStray } from '../marks/text-group';

/**
 * Takes away what a content script of an earlier version left in the page. Firefox ends such a script at once and lets it
 * clear nothing up; its highlights are replaced under their names, its elements are not.
 * @param root the document, or an open shadow root in it
 */
export function removeRemains(root: ParentNode): void {
  for (const host of root.querySelectorAll('termlight-card')) host.remove();
  for (const mark of root.querySelectorAll('mark[data-termlight]')) unwrapStray(mark);
}
