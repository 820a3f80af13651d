import type { Stop, TreatmentPlan } from './plan';

/** All lengths are CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Chip extends Box {
  id: string;
  label: string;
  /** Names what stands below it: a phase, a kind of ALL. */
  head: boolean;
  /** The label is the glossary's own word. */
  own: boolean;
  /** What a label gets that is too long for its place: its letters stand so much closer. */
  squeezedTo?: number;
}
export type BoxKind = 'start' | 'induction' | 'consolidation' | 'maintenance' | 'cns' | 'relapse' | 'lane';
export interface Panel extends Box {
  kind: BoxKind;
}
/** Words that are no way in. */
export interface Words {
  x: number;
  y: number;
  text: string;
  strong: boolean;
  /** Runs upward, around its own middle: the glossary's own words. */
  upward?: boolean;
}
/** An arrow from one place to the next, down or to the right. */
export interface Arrow {
  from: [number, number];
  to: [number, number];
  dashed: boolean;
}
export interface MapLayout {
  width: number;
  height: number;
  panels: Panel[];
  chips: Chip[];
  words: Words[];
  arrows: Arrow[];
}

export interface Type {
  /** Size of the letters of chips and notes. */
  size: number;
  /** Width of a text at that size. */
  measure(text: string): number;
  /** Headword of a concept. */
  termOf(id: string): string;
}

const GAP = 6;
const PAD = 12;
const ARROW = 26;
/** From this width on the phases stand side by side. */
const WIDE = 640;
const BAND = 30;

/** Collects the parts of the map; every `add…` returns where it ended. */
class Sheet {
  readonly panels: Panel[] = [];
  readonly chips: Chip[] = [];
  readonly words: Words[] = [];
  readonly arrows: Arrow[] = [];

  constructor(readonly type: Type) {}

  get line(): number {
    return Math.round(this.type.size * 1.45);
  }

  /** Chips in rows, as many as fit side by side. @returns the bottom */
  flow(stops: readonly Stop[], x: number, y: number, width: number, head = false): number {
    const height = Math.round(this.type.size * 2);
    let left = x;
    let top = y;
    for (const { id, label: given } of stops) {
      const label = given ?? this.type.termOf(id);
      const side = Math.round(this.type.size * 0.75);
      const text = Math.ceil(this.type.measure(label));
      const wide = Math.min(width, text + 2 * side);
      const squeezedTo = text > wide - side ? wide - side : undefined;
      if (left > x && left + wide > x + width) {
        left = x;
        top += height + GAP;
      }
      const own = given === undefined;
      this.chips.push({ id, label, own, head, x: left, y: top, width: wide, height, squeezedTo });
      left += wide + GAP;
    }
    return top + height;
  }

  /** Words broken into lines. @returns the bottom */
  text(text: string, x: number, y: number, width: number, strong = false): number {
    let line = '';
    let top = y;
    const put = () => {
      this.words.push({ x, y: top + this.type.size, text: line, strong });
      top += this.line;
    };
    for (const word of text.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && this.type.measure(longer) > width) {
        put();
        line = word;
      } else line = longer;
    }
    put();
    return top;
  }

  panel(kind: BoxKind, x: number, y: number, width: number, bottom: number): number {
    this.panels.push({ kind, x, y, width, height: bottom - y });
    return bottom;
  }

  arrow(from: [number, number], to: [number, number], dashed = false): void {
    this.arrows.push({ from, to, dashed });
  }

  finish(width: number, height: number): MapLayout {
    const { panels, chips, words, arrows } = this;
    // Panels that hold others are painted first.
    panels.sort((a, b) => Number(a.kind === 'lane') - Number(b.kind === 'lane'));
    return { width, height: Math.ceil(height), panels, chips, words, arrows };
  }
}

interface Texts {
  start: string;
  cns: string;
  checks: string;
  relapse: string;
  after: string;
}

function drawStart(sheet: Sheet, plan: TreatmentPlan, texts: Texts, width: number): number {
  const below = sheet.text(texts.start, PAD, PAD, width - 2 * PAD, true);
  return sheet.panel('start', 0, 0, width, sheet.flow(plan.start, PAD, below + 2, width - 2 * PAD) + PAD);
}

/** A lane's cell: the kind of ALL and what is used for it. */
function drawLane(sheet: Sheet, kind: Stop, stops: Stop[], x: number, y: number, width: number): number {
  const inner = width - 16;
  const below = sheet.flow([kind], x + 8, y + 8, inner, true);
  return sheet.panel('lane', x, y, width, sheet.flow(stops, x + 8, below + GAP, inner) + 8);
}

function drawRelapse(sheet: Sheet, plan: TreatmentPlan, texts: Texts, y: number, width: number): number {
  const inner = width - 2 * PAD;
  let at = sheet.flow([{ id: 'relapse' }, { id: 'refractory' }], PAD, y + PAD, inner, true) + 4;
  at = sheet.text(texts.relapse, PAD, at, inner) + 4;
  const side = width >= WIDE;
  const each = side ? (inner - 2 * GAP) / 3 : inner;
  let bottom = at;
  plan.lanes.forEach((lane, i) => {
    const x = PAD + (side ? i * (each + GAP) : 0);
    const end = drawLane(sheet, lane.kind, lane.relapse, x, side ? at : bottom, each);
    bottom = side ? Math.max(bottom, end) : end + GAP;
  });
  if (side) for (const panel of sheet.panels.slice(-plan.lanes.length)) panel.height = bottom - at;
  at = sheet.text(texts.after, PAD, bottom + 8, inner) + 2;
  return sheet.panel('relapse', 0, y, width, sheet.flow(plan.after, PAD, at, inner) + PAD);
}

/** Phases below each other; CNS treatment as a band beside them. */
function drawNarrow(sheet: Sheet, plan: TreatmentPlan, texts: Texts, width: number): MapLayout {
  let y = drawStart(sheet, plan, texts, width);
  const left = BAND + GAP;
  const top = y + ARROW;
  plan.phases.forEach((phase, i) => {
    sheet.arrow([left + (width - left) / 2, y], [left + (width - left) / 2, y + ARROW]);
    const from = y + ARROW;
    const inner = width - left - 2 * PAD;
    let at = sheet.flow([{ id: phase.id }], left + PAD, from + PAD, inner, true) + 4;
    at = sheet.text(phase.time, left + PAD, at, inner) + 4;
    for (const lane of plan.lanes)
      at = drawLane(sheet, lane.kind, lane[phase.id], left + PAD, at, inner) + GAP;
    if (i === 0) {
      at = sheet.text(texts.checks, left + PAD, at + 2, inner) + 2;
      at = sheet.flow(plan.checks, left + PAD, at, inner) + GAP;
    }
    y = sheet.panel(phase.id, left, from, width - left, at + PAD - GAP);
    const text = sheet.type.termOf('cns-prophylaxis');
    sheet.words.push({ x: BAND / 2, y: (from + y) / 2, text, strong: true, upward: true });
  });
  sheet.panel('cns', 0, top, BAND, y);
  // The band leads to its own box below.
  sheet.arrow([BAND / 2, y], [BAND / 2, y + ARROW], true);
  const from = y + ARROW;
  let at = sheet.flow([{ id: 'cns-prophylaxis' }], PAD, from + PAD, width - 2 * PAD, true) + 4;
  at = sheet.text(texts.cns, PAD, at, width - 2 * PAD) + 2;
  y = sheet.panel('cns', 0, from, width, sheet.flow(plan.cns, PAD, at, width - 2 * PAD) + PAD);
  sheet.arrow([width / 2, y], [width / 2, y + ARROW], true);
  y = drawRelapse(sheet, plan, texts, y + ARROW, width);
  return sheet.finish(width, y);
}

/** Phases side by side; CNS treatment as a band under all three. */
function drawWide(sheet: Sheet, plan: TreatmentPlan, texts: Texts, width: number): MapLayout {
  const startEnd = drawStart(sheet, plan, texts, width);
  const each = (width - 2 * ARROW) / 3;
  const xOf = (i: number) => i * (each + ARROW);
  const inner = each - 2 * PAD;
  const top = startEnd + ARROW;
  sheet.arrow([each / 2, startEnd], [each / 2, top]);
  let head = top;
  plan.phases.forEach((phase, i) => {
    const at = sheet.flow([{ id: phase.id }], xOf(i) + PAD, top + PAD, inner, true) + 4;
    head = Math.max(head, sheet.text(phase.time, xOf(i) + PAD, at, inner) + 4);
    if (i) sheet.arrow([xOf(i) - ARROW, top + PAD + sheet.line], [xOf(i), top + PAD + sheet.line]);
  });
  let y = head;
  for (const lane of plan.lanes) {
    const ends = plan.phases.map((phase, i) =>
      drawLane(sheet, lane.kind, lane[phase.id], xOf(i) + PAD, y, inner),
    );
    const bottom = Math.max(...ends);
    // The cells of one lane are as high as the highest.
    for (const panel of sheet.panels.slice(-plan.phases.length)) panel.height = bottom - y;
    y = bottom + GAP;
  }
  let checksEnd = sheet.text(texts.checks, PAD, y + 2, inner) + 2;
  checksEnd = sheet.flow(plan.checks, PAD, checksEnd, inner);
  const bottom = checksEnd + PAD;
  for (const [i, phase] of plan.phases.entries()) sheet.panel(phase.id, xOf(i), top, each, bottom);
  const band = bottom + GAP + 4;
  let at = sheet.flow([{ id: 'cns-prophylaxis' }], PAD, band + PAD, width - 2 * PAD, true) + 4;
  at = sheet.text(texts.cns, PAD, at, width - 2 * PAD) + 2;
  y = sheet.panel('cns', 0, band, width, sheet.flow(plan.cns, PAD, at, width - 2 * PAD) + PAD);
  sheet.arrow([width / 2, y], [width / 2, y + ARROW], true);
  return sheet.finish(width, drawRelapse(sheet, plan, texts, y + ARROW, width));
}

/**
 * Lays the map out for a width.
 * @param width in CSS pixels, 220 at least
 */
export function layoutMap(plan: TreatmentPlan, texts: Texts, width: number, type: Type): MapLayout {
  const sheet = new Sheet(type);
  return width >= WIDE ? drawWide(sheet, plan, texts, width) : drawNarrow(sheet, plan, texts, width);
}
