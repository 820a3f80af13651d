// The little parts that all pictures are made of, so that a T cell looks the same everywhere.
import type { ComponentChildren } from 'preact';
import { color, type Point } from './paper';

export { Arrow, Badge, color, Frame, Label, Leader, Panel, type Point } from './paper';

/** A closed, smooth, slightly uneven line: one factor of the radius for each point around. */
function blob(r: number, wobble: readonly number[]): string {
  const n = wobble.length;
  const at = (i: number): Point => {
    const k = (i + n) % n;
    const d = r * (wobble[k] ?? 1);
    return [d * Math.cos((2 * Math.PI * k) / n), d * Math.sin((2 * Math.PI * k) / n)];
  };
  const f = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  let path = `M${f(...at(0))}`;
  for (let i = 0; i < n; i++) {
    const [p, a, b, q] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    path += `C${f(a[0] + (b[0] - p[0]) / 6, a[1] + (b[1] - p[1]) / 6)} ${f(b[0] - (q[0] - a[0]) / 6, b[1] - (q[1] - a[1]) / 6)} ${f(...b)}`;
  }
  return `${path}Z`;
}

const even = [1, 0.975, 1.01, 1, 0.98, 1, 1.015, 0.985, 0.97, 1.01];
const lumpy = [
  1, 0.94, 1.03, 0.97, 1.05, 0.93, 1, 0.95, 1.04, 0.96, 1, 0.92, 1.02, 0.97, 1.05, 0.95, 1.01, 0.93, 1.04,
  0.96, 1, 0.94,
];
const notched = [0.72, 0.98, 1, 0.95, 1.02, 0.98, 1, 1.03, 0.96, 1];

interface CellProps {
  x: number;
  y: number;
  r: number;
  /** A T cell is round and plain; a leukemia cell is lumpy, with a notched, speckled core. */
  kind: 't' | 'leukemia';
  dying?: boolean;
  empty?: boolean;
  children?: ComponentChildren;
}

export function Cell({ x, y, r, kind, dying = false, empty = false, children }: CellProps) {
  const t = kind === 't';
  const line = t ? color.tLine : color.leukLine;
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        d={blob(r, t ? even : lumpy)}
        fill={t ? color.tFill : color.leukFill}
        stroke={line}
        stroke-width={r > 20 ? 2.6 : 1.8}
        stroke-dasharray={dying ? '7 6' : undefined}
      />
      {!empty && (
        <path
          d={blob(r * (t ? 0.5 : 0.62), t ? even : notched)}
          transform={`translate(${r * (t ? -0.12 : 0.08)} ${r * 0.06}) rotate(${t ? 20 : 200})`}
          fill={t ? color.tCore : color.leukCore}
          stroke={line}
          stroke-width="1.4"
        />
      )}
      {!empty && !t && r > 20 && (
        <path
          d={`M${-0.16 * r} ${-0.2 * r}h.1M${0.2 * r} ${-0.24 * r}h.1M${0.04 * r} ${0.08 * r}h.1M${0.34 * r} ${0.12 * r}h.1M${0.16 * r} ${0.36 * r}h.1`}
          stroke={line}
          stroke-width="3.4"
        />
      )}
      {children}
    </g>
  );
}

const heads = {
  cup: 'M0 0H11M20-8.5A8.5 8.5 0 0 0 20 8.5',
  box: 'M0 0H11M20-8.5H11.5V8.5H20',
  wedge: 'M0 0H9L19-7.5V7.5L9 0',
} as const;

interface ProteinProps {
  x: number;
  y: number;
  angle: number;
  head: keyof typeof heads;
  of: CellProps['kind'];
}

/** A protein on a cell: CD3 is a cup, CD19 a box, CD22 a wedge. It stands at (x, y) and points along `angle`. */
export function Protein({ x, y, angle, head, of }: ProteinProps) {
  return (
    <path
      d={heads[head]}
      transform={`translate(${x} ${y}) rotate(${angle})`}
      fill={head === 'wedge' ? color.leukCore : undefined}
      stroke={of === 't' ? color.tLine : color.leukLine}
      stroke-width={head === 'wedge' ? 2.6 : 3.6}
    />
  );
}

/** The receptor added in the lab: a fork with a ball at its foot. */
export function Car({ r, angle }: { r: number; angle: number }) {
  return (
    <g transform={`rotate(${angle}) translate(${r} 0) scale(${Math.min(1, r / 19)})`} stroke={color.abLine}>
      <path d="M0 0H8M15-6L8 0L15 6" stroke-width="3.2" />
      <circle r="3.4" fill={color.abFill} stroke-width="1.6" />
    </g>
  );
}

/** Chemo is always a small capsule with a seam. */
export function Chemo({ x, y, angle = 0 }: { x: number; y: number; angle?: number }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${angle})`} stroke={color.drugLine} stroke-width="1.6">
      <rect x="-7.5" y="-4" width="15" height="8" rx="4" fill={color.drugFill} />
      <path d="M0-4V4" />
    </g>
  );
}

/** A Y that opens along `angle`; with chemo, one capsule hangs on each side of its stem. */
export function Antibody({
  x,
  y,
  angle,
  chemo = false,
}: {
  x: number;
  y: number;
  angle: number;
  chemo?: boolean;
}) {
  const shape = 'M-20 0H0M13-12L0 0L13 12';
  return (
    <g transform={`translate(${x} ${y}) rotate(${angle})`}>
      {chemo && <path d="M-14 0V-13M-14 0V13" stroke={color.drugLine} stroke-width="1.6" />}
      <path d={shape} stroke={color.abLine} stroke-width="8" />
      <path d={shape} stroke={color.abFill} stroke-width="4.6" />
      {chemo && <Chemo x={-14} y={-15} />}
      {chemo && <Chemo x={-14} y={15} />}
    </g>
  );
}
