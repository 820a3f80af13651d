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
  let style = look;
  const register = () => {
    const wanted: [string, boolean][] = [
      [ALL, true],
      [UNDERLINE, style.style !== 'tint'],
      [TINT, style.style !== 'underline'],
      [PRINT, style.print],
    ];
    for (const [name, on] of wanted) {
      if (on) registry.set(name, all);
      else registry.delete(name);
    }
  };
  register();
  return {
    inPage: false,
    update(added, removed) {
      for (const match of removed) all.delete(match.range);
      for (const match of added) all.add(match.range);
      // A page may have cleared the registry, to take its own highlights away.
      if (registry.get(ALL) !== all) register();
    },
    setActive(match) {
      if (match) registry.set(ACTIVE, new Highlight(match.range));
      else registry.delete(ACTIVE);
    },
    setStyle(changed) {
      style = changed;
      register();
    },
    clear() {
      all.clear();
      // What comes after an update of the extension has put its own in their place.
      if (registry.get(ALL) !== all) return;
      for (const name of [ALL, ACTIVE, UNDERLINE, TINT, PRINT]) registry.delete(name);
    },
  };
}
