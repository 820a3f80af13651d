import { useEffect, useState } from 'preact/hooks';

export const VIEWS = ['page', 'map', 'terms', 'saved'] as const;
export type View = (typeof VIEWS)[number];

/** What the address after `#` asks for: a view, a concept (`#platelet`), or a search (`#/find/chemo`). */
export type Route = { view: View } | { view: 'term'; id: string } | { view: 'find'; query: string };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads an address's `#…`; anything unknown leads to the first view. */
export function routeOf(hash: string): Route {
  const path = decoded(hash.replace(/^#/, ''));
  if (path.startsWith('/find/')) return { view: 'find', query: path.slice('/find/'.length) };
  const view = VIEWS.find((name) => path === `/${name}`);
  if (view) return { view };
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(path) ? { view: 'term', id: path } : { view: 'page' };
}

export const hrefOfTerm = (id: string): string => `#${id}`;

/** The present route, and a way to another. */
export function useRoute(): [Route, (hash: string) => void] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const onChange = () => setHash(location.hash);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const go = (next: string) => {
    location.hash = next;
  };
  return [routeOf(hash), go];
}
