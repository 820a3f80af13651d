import './marks.css';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../../lib/parts';
import { createMarkPainter } from './mark-painter';

/** What the marks part offers to the content script. */
export interface MarksPart {
  createMarkPainter: typeof createMarkPainter;
}

export default defineUnlistedScript(() => {
  offerPart('marks', { createMarkPainter } satisfies MarksPart);
});
