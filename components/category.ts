import type { Category } from '../glossary/schema';
import { i18n } from '../lib/i18n';

type Underscored<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : S;

/** What kind of thing a concept is, in words. */
export function categoryName(category: Category): string {
  // A message's name may hold no hyphen.
  return i18n.t(`category.${category.replaceAll('-', '_') as Underscored<Category>}`);
}
