import type { Reason } from '../../glossary/reasons';
import type { PageTerm } from '../../lib/messages';
import type { Match } from '../content/match';
import type { PageModel } from '../content/page-model';
import type { PanelSource } from '../content/panel-link';
import { reveal } from '../content/reveal';

/** A reason that looks its words up when asked becomes one that can be sent. */
const plain = (reason: Reason | undefined): PageTerm['reason'] =>
  reason && { code: reason.code, words: reason.words ?? [], about: reason.about ?? '' };

/** Text of the heading under which a match stands, or ''. */
const sectionOf = ({ block }: Match) => block.heading?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What popup and panel are told of the page: its terms under their headings. */
export function panelSource(page: PageModel): PanelSource {
  return {
    terms(rejected) {
      const sections: string[] = [];
      let heading: Element | undefined | null = null;
      const tell = (match: Match, key: number): PageTerm => {
        const { concept, text, shown } = match;
        return { key, concept, text, section: sections.length - 1, lit: shown };
      };
      const accepted: PageTerm[] = [];
      const others: PageTerm[] = [];
      page.all.forEach((match, key) => {
        if (match.block.heading !== heading) sections.push(sectionOf(match));
        heading = match.block.heading;
        if (match.accepted) accepted.push(tell(match, key));
        else if (rejected) others.push({ ...tell(match, key), reason: plain(match.reason) });
      });
      return { sections, terms: accepted, rejected: others };
    },
    jumpTo(key) {
      const match = page.all[key];
      if (!match) return;
      reveal(match.range);
      page.requestOpen(match);
    },
    subscribe: (onChange) => page.subscribe(onChange),
  };
}
