import { unwrapStray } from '../marks/text-group';

/**
 * Takes away what a content script of an earlier version left in the page. Firefox ends such a script at once and lets it
 * clear nothing up; its highlights are replaced under their names, its elements are not.
 */
export function removeRemains(): void {
  for (const host of document.querySelectorAll('termlight-card')) host.remove();
  for (const mark of document.querySelectorAll('mark[data-termlight]')) unwrapStray(mark);
}
