import type { Painter, PaintStyle } from './painter';

/** Every painted match; the styles are further names for the same highlight, so that no range is held twice. */
const ALL = 'termlight';
const ACTIVE = 'termlight-active';
const UNDERLINE = 'termlight-underline';
const TINT = 'termlight-tint';
const PRINT = 'termlight-print';

/** Paints with the CSS Custom Highlight API: the page's own nodes are never touched. */
export function createHighlightPainter(look: PaintStyle): Painter {
  const all = new Highlight();
  const registry = CSS.highlights;
  const setStyle = ({ style, print }: PaintStyle) => {
    const wanted: [string, boolean][] = [
      [UNDERLINE, style !== 'tint'],
      [TINT, style !== 'underline'],
      [PRINT, print],
    ];
    for (const [name, on] of wanted) {
      if (on) registry.set(name, all);
      else registry.delete(name);
    }
  };
  registry.set(ALL, all);
  setStyle(look);
  return {
    inPage: false,
    update(added, removed) {
      for (const match of removed) all.delete(match.range);
      for (const match of added) all.add(match.range);
    },
    setActive(match) {
      if (match) registry.set(ACTIVE, new Highlight(match.range));
      else registry.delete(ACTIVE);
    },
    setStyle,
    clear() {
      all.clear();
      for (const name of [ALL, ACTIVE, UNDERLINE, TINT, PRINT]) registry.delete(name);
    },
  };
}
