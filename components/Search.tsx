import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Category } from '../glossary/schema';
import { i18n } from '../lib/i18n';
import { categoryName } from './category';
import { CloseIcon, SearchIcon } from './icons';
import { MarkedText } from './MarkedText';

export interface SearchResult {
  id: string;
  term: string;
  category: Category;
  /** Another name that the query found, where it is not the headword. */
  name?: string;
  /** The first words of the definition. */
  summary: string;
  /** It answers the query; otherwise it is only the nearest there is. */
  sure: boolean;
  /** Words to mark. */
  words: string[];
}

interface Props {
  query: string;
  results: SearchResult[];
  /** The cursor stands in the field from the beginning. */
  autoFocus?: boolean;
  onQuery(query: string): void;
  onOpen(id: string): void;
  /** What stands in the place of the results while there is no query. */
  children?: ComponentChildren;
}

/**
 * The search field with its results: a combobox, so that the cursor stays in the field while the arrow keys move through
 * the results. Enter opens one, Escape empties the field.
 */
export function Search({ query, results, autoFocus, onQuery, onOpen, children }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // Of which query it was the choice: another query begins at its first result, whatever key comes right after.
  const [chosen, setChosen] = useState({ query, at: 0 });
  const active = chosen.query === query ? chosen.at : 0;
  const setActive = (at: number) => setChosen({ query, at });
  const asked = query.trim() !== '';
  const shown = asked ? results : [];

  // Before the first paint: who types as soon as the field is to be seen loses no letter.
  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  const move = (to: number) => {
    setActive(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && shown.length) {
      event.preventDefault();
      move((active + by + shown.length) % shown.length);
    } else if (event.key === 'Enter' && shown[active]) {
      event.preventDefault();
      onOpen(shown[active].id);
    } else if (event.key === 'Escape' && query) {
      // With an empty field it is the browser's, which closes the popup.
      event.preventDefault();
      onQuery('');
    }
  };

  return (
    <>
      <div class="tl-search">
        <SearchIcon />
        <input
          ref={field}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autocomplete="off"
          spellcheck={false}
          role="combobox"
          aria-label={i18n.t('search.label')}
          aria-expanded={asked}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown.length ? `${id}-${active}` : undefined}
          placeholder={i18n.t('search.placeholder')}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query && (
          <button
            type="button"
            class="tl-icon-button"
            aria-label={i18n.t('search.clear')}
            title={i18n.t('search.clear')}
            onClick={() => {
              onQuery('');
              field.current?.focus();
            }}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      <p class="tl-unseen" role="status">
        {asked && i18n.t('search.count', shown.length)}
      </p>
      {shown.length > 0 && !shown[0].sure && (
        <p class="tl-nearest" role="status">
          {i18n.t('search.nearest')}
        </p>
      )}
      <div
        id={`${id}-list`}
        ref={list}
        class="tl-results"
        role="listbox"
        aria-label={i18n.t('search.results')}
        hidden={!shown.length}
      >
        {shown.map((result, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={result.id}
            id={`${id}-${i}`}
            class="tl-result"
            role="option"
            aria-selected={i === active}
            onPointerMove={() => setActive(i)}
            onClick={() => onOpen(result.id)}
          >
            <span class="tl-result-head">
              <span class="tl-result-term">
                <MarkedText text={result.term} words={result.words} />
              </span>
              <span class="tl-category">{categoryName(result.category)}</span>
            </span>
            {result.name && (
              <span class="tl-result-name">
                {i18n.t('search.alsoCalled')} <MarkedText text={result.name} words={result.words} />
              </span>
            )}
            <span class="tl-result-summary">
              <MarkedText text={result.summary} words={result.words} />
            </span>
          </div>
        ))}
      </div>
      {asked && !shown.length && (
        <div class="tl-empty">
          <p>{i18n.t('search.none', [query.trim()])}</p>
          <p>{i18n.t('search.noneHint')}</p>
        </div>
      )}
      {!asked && children}
    </>
  );
}
