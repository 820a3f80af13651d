import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '../../lib/i18n';
import { GLOSSARY_LANGUAGE } from '../glossary-language';
import { type Chip, layoutMap, type MapLayout } from './layout';
import { treatmentPlan } from './plan';

interface Props {
  /** Headword of a concept. */
  termOf(id: string): string;
  /** Concepts that stand on the page at hand. */
  lit: ReadonlySet<string>;
  hrefOf(id: string): string;
}

const MIN_WIDTH = 220;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
/** Share of the reader's text size. */
const SIZE = 0.8125;

/** The way of treatment as a picture: phases, kinds of ALL, CNS treatment, relapse. Every drug and term leads to its page. */
export function TreatmentMap({ termOf, lit, hrefOf }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const language = i18n.t('locale');
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(MIN_WIDTH, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const map = useMemo((): MapLayout | undefined => {
    if (!width) return undefined;
    const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * SIZE;
    const pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = `600 ${size}px ${FONT}`;
    const measure = (text: string) => pen?.measureText(text).width ?? text.length * size * 0.6;
    const texts = {
      start: i18n.t('map.start'),
      cns: i18n.t('map.cns'),
      checks: i18n.t('map.checks'),
      relapse: i18n.t('map.relapse'),
      after: i18n.t('map.after'),
    };
    return layoutMap(treatmentPlan(), texts, width, { size, measure, termOf });
  }, [width, termOf, language]);

  // The same concept at another width is the same stop, so that the focus stays.
  const times = new Map<string, number>();
  const keyOf = ({ id }: Chip): string => {
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return `${id} ${time}`;
  };
  return (
    <div class="tl-map" ref={frame}>
      {map && (
        // biome-ignore lint/a11y/useSemanticElements: an svg is no fieldset
        <svg
          width={map.width}
          height={map.height}
          viewBox={`0 0 ${map.width} ${map.height}`}
          role="group"
          aria-label={i18n.t('map.title')}
        >
          {map.panels.map((panel) => (
            <rect
              key={`${panel.kind} ${panel.x} ${panel.y}`}
              class={`tl-map-${panel.kind}`}
              x={panel.x + 0.75}
              y={panel.y + 0.75}
              width={panel.width - 1.5}
              height={panel.height - 1.5}
              rx={panel.kind === 'lane' ? 8 : 12}
            />
          ))}
          {map.arrows.map(({ from, to, dashed }) => (
            <ArrowLine key={`${from} ${to}`} from={from} to={to} dashed={dashed} />
          ))}
          {map.words.map(({ x, y, text, strong, upward }) => (
            <text
              key={`${x} ${y}`}
              class={strong ? 'tl-map-strong' : 'tl-map-words'}
              x={x}
              y={y}
              lang={upward ? GLOSSARY_LANGUAGE : undefined}
              transform={upward ? `rotate(-90 ${x} ${y})` : undefined}
              text-anchor={upward ? 'middle' : undefined}
              dominant-baseline={upward ? 'central' : undefined}
            >
              {text}
            </text>
          ))}
          {map.chips.map((chip) => (
            <Way key={keyOf(chip)} chip={chip} lit={lit.has(chip.id)} href={hrefOf(chip.id)} />
          ))}
        </svg>
      )}
    </div>
  );
}

function ArrowLine({
  from: [x, y],
  to: [toX, toY],
  dashed,
}: {
  from: number[];
  to: number[];
  dashed: boolean;
}) {
  const down = toX === x;
  const head = down ? `M${toX - 5} ${toY - 7}l5 6 5-6` : `M${toX - 7} ${toY - 5}l6 5-6 5`;
  return (
    <path
      class="tl-map-arrow"
      d={`M${x} ${y + (down ? 2 : 0)}L${toX - (down ? 0 : 1)} ${toY - (down ? 1 : 0)}${head}`}
      stroke-dasharray={dashed ? '4 4' : undefined}
    />
  );
}

function Way({ chip, lit, href }: { chip: Chip; lit: boolean; href: string }) {
  const { x, y, width, height, label, own, head, squeezedTo } = chip;
  const kind = `tl-way${head ? ' tl-way-head' : ''}${lit ? ' tl-way-lit' : ''}`;
  return (
    <a href={href} class={kind} aria-label={lit ? i18n.t('map.here', [label]) : undefined}>
      <rect x={x + 0.75} y={y + 0.75} width={width - 1.5} height={height - 1.5} rx={height / 2} />
      <text
        lang={own ? GLOSSARY_LANGUAGE : undefined}
        x={x + width / 2}
        y={y + height / 2}
        dominant-baseline="central"
        text-anchor="middle"
        textLength={squeezedTo}
        lengthAdjust={squeezedTo && 'spacingAndGlyphs'}
      >
        {label}
      </text>
    </a>
  );
}
