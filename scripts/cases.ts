import { judge, type Page } from '../glossary/context';
import type { Cues } from '../glossary/cues';
import type { Matcher } from '../glossary/matcher';
import type { Reason } from '../glossary/reasons';

/** A short page with marked words: `{+form}` is meant in the glossary's sense, `{-form}` is not. */
export interface Case {
  file: string;
  line: number;
  /** The nearest heading above it in the file. */
  section: string;
  /** The blocks of the page, without the marks. */
  blocks: string[];
  marks: { block: number; start: number; end: number; meant: boolean }[];
}

/**
 * Reads a table of cases: a page a line, its blocks parted by `\n` written out, `#` and `##` lines aside.
 * @throws Error naming file and line when a line has no mark
 */
export function parseCases(file: string, content: string): Case[] {
  let section = '';
  const out: Case[] = [];
  content.split('\n').forEach((text, index) => {
    if (text.startsWith('##')) section = text.slice(2).trim();
    if (!text.trim() || text.startsWith('#')) return;
    const found: Case = { file, line: index + 1, section, blocks: [], marks: [] };
    text.split('\\n').forEach((block, number) => {
      let plain = '';
      let at = 0;
      for (const mark of block.matchAll(/\{([+-])([^}]+)\}/g)) {
        plain += block.slice(at, mark.index);
        found.marks.push({
          block: number,
          start: plain.length,
          end: plain.length + mark[2].length,
          meant: mark[1] === '+',
        });
        plain += mark[2];
        at = mark.index + mark[0].length;
      }
      found.blocks.push(plain + block.slice(at));
    });
    if (!found.marks.length) throw new Error(`${file}:${index + 1}: no word is marked {+…} or {-…}`);
    out.push(found);
  });
  return out;
}

export interface Outcome {
  case: Case;
  text: string;
  meant: boolean;
  accepted: boolean;
  /** A form covers the marked word. */
  matched: boolean;
  reason: Reason | undefined;
}

/** A case as a page in English without a title. */
export function pageOfCase(one: Case, matcher: Matcher): Page {
  const blocks = one.blocks.map((text) => ({
    text,
    candidates: matcher.scan(text),
    section: 0,
    heading: false,
  }));
  return { blocks, title: '', lang: 'en' };
}

/** What the judge makes of the marked words of a case. */
export function tryCase(one: Case, matcher: Matcher, cues: Cues): Outcome[] {
  const { decisions } = judge(pageOfCase(one, matcher), matcher, cues);
  return one.marks.map(({ block, start, end, meant }) => {
    const here = decisions.filter(
      (d) => d.block === block && d.candidate.start < end && d.candidate.end > start,
    );
    return {
      case: one,
      text: one.blocks[block].slice(start, end),
      meant,
      accepted: here.some((d) => d.accepted),
      matched: here.length > 0,
      reason: here[0]?.reason,
    };
  });
}
