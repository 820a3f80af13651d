import { CATEGORIES, type Category } from '../glossary/schema';
import { i18n } from '../lib/i18n';
import { categoryName } from './category';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { Tabs } from './Tabs';

interface Entry {
  id: string;
  term: string;
  abbreviation?: string;
  category: Category;
}

interface Props {
  entries: Entry[];
  /** On the page at hand. */
  lit: ReadonlySet<string>;
  saved: ReadonlySet<string>;
  /** The address of a concept's own page. */
  hrefOf(id: string): string;
  choice: IndexChoice;
  onChoice(choice: IndexChoice): void;
}

type Order = 'alphabet' | 'category';

/** Which of the terms are shown, and in which order. */
export interface IndexChoice {
  order: Order;
  filter: string;
}

/** The letter under which a term stands; what begins with a digit or sign comes first. */
const letterOf = (term: string) => {
  const letter = term.normalize('NFKD')[0].toUpperCase();
  return /\p{L}/u.test(letter) ? letter : '#';
};

function groupsOf(entries: Entry[], order: Order): [string, Entry[]][] {
  const compare = new Intl.Collator(i18n.t('locale'), { sensitivity: 'base', numeric: true }).compare;
  const sorted = [...entries].sort((a, b) => compare(a.term, b.term));
  if (order === 'category') {
    return CATEGORIES.map((category): [string, Entry[]] => [
      categoryName(category),
      sorted.filter((entry) => entry.category === category),
    ]).filter(([, list]) => list.length);
  }
  const letters = [...new Set(sorted.map(({ term }) => letterOf(term)))].sort(compare);
  return letters.map((letter) => [letter, sorted.filter(({ term }) => letterOf(term) === letter)]);
}

/** All terms, by letter or by kind, with a filter over their names. */
export function TermIndex({ entries, lit, saved, hrefOf, choice, onChoice }: Props) {
  const { order, filter } = choice;
  const wanted = filter.trim().toLowerCase();
  const some = entries.filter(({ term, abbreviation }) =>
    `${term} ${abbreviation ?? ''}`.toLowerCase().includes(wanted),
  );
  const groups = groupsOf(some, order);
  return (
    <>
      <div class="tl-tools-row">
        <Tabs
          label={i18n.t('index.order')}
          options={[
            { value: 'alphabet', label: i18n.t('index.alphabet') },
            { value: 'category', label: i18n.t('index.category') },
          ]}
          value={order}
          onChange={(value: Order) => onChoice({ ...choice, order: value })}
        />
        <input
          class="tl-input"
          type="search"
          placeholder={i18n.t('index.filter')}
          aria-label={i18n.t('index.filter')}
          value={filter}
          onInput={(event) => onChoice({ ...choice, filter: event.currentTarget.value })}
        />
      </div>
      <p class="tl-hint" role="status">
        {i18n.t('index.count', some.length)}
      </p>
      {groups.map(([name, list]) => (
        <section key={name} class="tl-group">
          <h2>{name}</h2>
          <ul class="tl-index">
            {list.map(({ id, term, abbreviation }) => (
              <li key={id}>
                <a href={hrefOf(id)} lang={GLOSSARY_LANGUAGE}>
                  {term}
                  {abbreviation && <span class="tl-form"> ({abbreviation})</span>}
                </a>
                {lit.has(id) && <span class="tl-tag">{i18n.t('index.here')}</span>}
                {saved.has(id) && <span class="tl-tag">{i18n.t('index.saved')}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!some.length && <p class="tl-empty">{i18n.t('index.none')}</p>}
    </>
  );
}
