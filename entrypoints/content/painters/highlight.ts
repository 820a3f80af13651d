import type { Painter } from './painter';

/** Paints with the CSS Custom Highlight API: the page's own nodes are never touched. */
export function createHighlightPainter(): Painter {
  const all = new Highlight();
  return {
    paint(matches) {
      for (const match of matches) all.add(match.range);
      CSS.highlights.set('termlight', all);
    },
    setActive(match) {
      if (match) CSS.highlights.set('termlight-active', new Highlight(match.range));
      else CSS.highlights.delete('termlight-active');
    },
    clear() {
      all.clear();
      CSS.highlights.delete('termlight');
      CSS.highlights.delete('termlight-active');
    },
  };
}
