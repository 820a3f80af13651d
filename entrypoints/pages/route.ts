import { useEffect, useRef, useState } from 'preact/hooks';

export const VIEWS = ['page', 'map', 'terms', 'saved'] as const;
export type View = (typeof VIEWS)[number];

/** What the address after `#` asks for: a view, a concept (`#platelet`), or a search (`#/find/chemo`). */
export type Route =
  | { view: View }
  | { view: 'nothing'; asked: string }
  | { view: 'term'; id: string }
  | { view: 'find'; query: string };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads an address's `#…`; an empty one leads to the first view. */
export function routeOf(hash: string): Route {
  const path = decoded(hash.replace(/^#/, ''));
  if (path.startsWith('/find/')) return { view: 'find', query: path.slice('/find/'.length) };
  const view = VIEWS.find((name) => path === `/${name}`);
  if (view) return { view };
  if (path === '' || path === '/') return { view: 'page' };
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(path)
    ? { view: 'term', id: path }
    : { view: 'nothing', asked: path.replace(/^\//, '') };
}

export const hrefOfTerm = (id: string): string => `#${id}`;

/** How many steps into the panel an entry of the browser's history is; the page that was there first has none. */
const depthOf = (state: unknown): number | undefined => (state as { depth?: number } | null)?.depth;

/**
 * Where the panel is: an address, and the query in the search field, which hides what the address shows. `L`: how a place
 * was left.
 */
interface Place<L> {
  hash: string;
  /** The same object as long as the reader goes nowhere. */
  route: Route;
  query: string;
  /** Undefined where the reader did not come back to it. */
  left?: L;
}

/** A new place begins with the search that it asks for, or with none. */
function placeAt<L>(hash: string, left?: L): Place<L> {
  const route = routeOf(hash);
  return { hash, route, query: route.view === 'find' ? route.query : '', left };
}

export interface Way<L> {
  route: Route;
  query: string;
  left?: L;
  /** Changes the query, and stays here. */
  search(query: string): void;
  go(hash: string): void;
  /** Goes there without a step of its own: Back leads to where the reader was before. */
  replace(hash: string): void;
  /** Back to where the reader was in the panel; to all terms from where the panel began. */
  back(): void;
}

/**
 * The present route and query, and the ways to others.
 * @param look tells how a place is left, while it is still to be seen; the first one is kept
 */
export function useRoute<L>(look: () => L): Way<L> {
  const [place, setPlace] = useState(() => placeAt<L>(location.hash));
  const depth = useRef(depthOf(history.state) ?? 0);
  /** By depth. */
  const kept = useRef<L[]>([]);
  const shown = useRef(location.hash);
  const leaveFor = (hash: string) => {
    kept.current[depth.current] = look();
    shown.current = hash;
  };
  useEffect(() => {
    const onChange = () => {
      const known = depthOf(history.state);
      const { hash } = location;
      // `go` is there before the browser says so: what was typed since stands.
      const isThere = shown.current === hash;
      if (!isThere) leaveFor(hash);
      depth.current = known ?? depth.current + 1;
      if (known === undefined) history.replaceState({ depth: depth.current }, '');
      if (!isThere) setPlace(placeAt(hash, known === undefined ? undefined : kept.current[known]));
    };
    history.replaceState({ depth: depth.current }, '');
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const show = () => {
    shown.current = location.hash;
    setPlace(placeAt(location.hash));
  };
  const replace = (next: string) => {
    history.replaceState({ depth: depth.current }, '', next);
    show();
  };
  return {
    route: place.route,
    query: place.query,
    left: place.left,
    search: (query) => setPlace((now) => ({ ...now, query })),
    go: (next) => {
      leaveFor(next);
      location.hash = next;
      show();
    },
    replace,
    back: () => (depth.current > 0 ? history.back() : replace('#/terms')),
  };
}
