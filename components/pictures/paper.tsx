// What every picture stands on: the sheet, its colours, labels and arrows. parts.tsx hands these on.
// Colours are `--tl-pic-*` properties (pictures.css); what stands beside each name is the light value, used when that file is missing.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

const v = (name: string, light: string): string => `var(--tl-pic-${name}, ${light})`;

export const color = {
  paper: v('paper', '#fbf8f3'),
  panel: v('panel', '#ffffff'),
  edge: v('edge', '#d9d2c6'),
  ink: v('ink', '#22303c'),
  soft: v('soft', '#475767'),
  tFill: v('t-fill', '#d3e8f7'),
  tCore: v('t-core', '#9ecbea'),
  tLine: v('t-line', '#2a6a99'),
  leukFill: v('leuk-fill', '#ecdff4'),
  leukCore: v('leuk-core', '#c9abdf'),
  leukLine: v('leuk-line', '#74468f'),
  abFill: v('ab-fill', '#8fd6c4'),
  abLine: v('ab-line', '#17695c'),
  drugFill: v('drug-fill', '#fbd38a'),
  drugLine: v('drug-line', '#8a5300'),
  fluidFill: v('fluid-fill', '#bfe6f2'),
  fluidLine: v('fluid-line', '#1f7591'),
  skinFill: v('skin-fill', '#f6e5d5'),
  skinLine: v('skin-line', '#9c6f4c'),
  brainFill: v('brain-fill', '#f3cdc9'),
  brainLine: v('brain-line', '#a35a56'),
  boneFill: v('bone-fill', '#fffaec'),
  boneLine: v('bone-line', '#8c7748'),
} as const;

interface FrameProps {
  name: string;
  height: number;
  title: string;
  desc: string;
  children: ComponentChildren;
}

/** The sheet of paper: always 320 units wide, so that at 320 px a font size of 13 is 13 px. */
export function Frame({ name, height, title, desc, children }: FrameProps) {
  const id = `${useId()}-${name}`;
  return (
    <svg
      class="tl-picture"
      viewBox={`0 0 320 ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      font-family="system-ui, sans-serif"
      stroke-linecap="round"
      stroke-linejoin="round"
      fill="none"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      <rect x="1" y="1" width="318" height={height - 2} rx="16" fill={color.paper} stroke={color.edge} />
      {children}
    </svg>
  );
}

export function Panel({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx="13"
      fill={color.panel}
      stroke={color.edge}
      stroke-width="1.5"
    />
  );
}

interface LabelProps {
  x: number;
  y: number;
  /** `\n` breaks the line. */
  text: string;
  bold?: boolean;
  soft?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

export function Label({ x, y, text, bold = false, soft = false, anchor = 'middle' }: LabelProps) {
  return (
    <text
      x={x}
      y={y}
      text-anchor={anchor}
      font-size="13"
      font-weight={bold ? 700 : 400}
      fill={soft ? color.soft : color.ink}
    >
      {text.split('\n').map((line, i) => (
        <tspan key={line} x={x} dy={i === 0 ? 0 : 16}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A thin line from a label to its thing, with a dot at the thing. */
export function Leader({ d, x, y }: { d: string; x: number; y: number }) {
  return (
    <g>
      <path d={d} stroke={color.soft} stroke-width="1.3" />
      <circle cx={x} cy={y} r="2.6" fill={color.soft} stroke={color.panel} />
    </g>
  );
}

export function Badge({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <g>
      <circle cx={x} cy={y} r="11" fill={color.ink} />
      <text x={x} y={y + 4.7} text-anchor="middle" font-size="13" font-weight="700" fill={color.panel}>
        {text}
      </text>
    </g>
  );
}

export type Point = readonly [x: number, y: number];

/** An arrow that swings out by `bend` to the left of its way. */
export function Arrow({ from, to, bend = 0 }: { from: Point; to: Point; bend?: number }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [cx, cy] = [
    (from[0] + to[0]) / 2 + (dy / length) * bend,
    (from[1] + to[1]) / 2 - (dx / length) * bend,
  ];
  const angle = (Math.atan2(to[1] - cy, to[0] - cx) * 180) / Math.PI;
  return (
    <g stroke={color.ink} stroke-width="2.4">
      <path d={`M${from[0]} ${from[1]}Q${cx} ${cy} ${to[0]} ${to[1]}`} />
      <path d="M-7-5.5L0 0L-7 5.5" transform={`translate(${to[0]} ${to[1]}) rotate(${angle})`} />
    </g>
  );
}
