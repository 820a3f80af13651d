import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../../lib/parts';
import { findArticle } from './find-article';

/** What the article part offers to the content script. */
export interface ArticlePart {
  findArticle: typeof findArticle;
}

export default defineUnlistedScript(() => {
  offerPart('article', { findArticle } satisfies ArticlePart);
});
