import { Arrow, Badge, color, Frame, Label } from './parts';

const strings = {
  title: 'The three phases of treatment',
  desc:
    'A time line with three phases, one after the other. 1: Induction, about 1 month; its goal is remission. 2: Consolidation, a few months, ' +
    'against leukemia cells that may be hiding. 3: Maintenance, about 2 years, with lower doses. CNS treatment, for the brain and spinal cord, ' +
    'often starts in induction and runs along all three phases. The lengths are not to scale and differ from person to person.',
  induction: 'Induction',
  inductionText: 'about 1 month\ngoal: remission',
  consolidation: 'Consolidation',
  consolidationText: 'a few months, against\ncells that may hide',
  maintenance: 'Maintenance',
  maintenanceText: 'about 2 years\nlower doses',
  cns: 'CNS treatment',
  cnsText: 'for the brain and spinal cord,\noften during all three phases',
  time: 'time',
  note: 'Not to scale. Times differ\nfrom person to person.',
};

// Where each phase ends; the first starts at 14.
const [start, end1, end2, end3] = [14, 60, 122, 304] as const;

interface BarProps {
  x: number;
  to: number;
  y: number;
  number: string;
  fill: string;
  line: string;
}

function Bar({ x, to, y, number, fill, line }: BarProps) {
  return (
    <g>
      <rect x={x} y={y} width={to - x} height="60" rx="11" fill={fill} stroke={line} stroke-width="2.2" />
      <Badge x={x + 19} y={y + 19} text={number} />
    </g>
  );
}

export function TreatmentTimeline() {
  return (
    <Frame name="treatment-timeline" height={358} title={strings.title} desc={strings.desc}>
      <path
        d={`M${end1} 82V300M${end2} 154V300`}
        stroke={color.soft}
        stroke-width="1.5"
        stroke-dasharray="1.5 5"
      />

      <Bar x={start} to={end1} y={16} number="1" fill={color.drugFill} line={color.drugLine} />
      <Label x={end1 + 10} y={34} text={strings.induction} bold anchor="start" />
      <Label x={end1 + 10} y={51} text={strings.inductionText} anchor="start" />

      <Bar x={end1} to={end2} y={84} number="2" fill={color.brainFill} line={color.brainLine} />
      <Label x={end2 + 10} y={102} text={strings.consolidation} bold anchor="start" />
      <Label x={end2 + 10} y={119} text={strings.consolidationText} anchor="start" />

      <Bar x={end2} to={end3} y={152} number="3" fill={color.abFill} line={color.abLine} />
      <Label x={end2 + 38} y={170} text={strings.maintenance} bold anchor="start" />
      <Label x={end2 + 38} y={187} text={strings.maintenanceText} anchor="start" />

      <rect
        x={start}
        y="226"
        width={end3 - start}
        height="64"
        rx="11"
        fill={color.fluidFill}
        stroke={color.fluidLine}
        stroke-width="2.2"
      />
      <path
        d="M158 242q7-8 14 0t14 0t14 0t14 0t14 0t14 0t14 0t14 0t14 0"
        stroke={color.fluidLine}
        stroke-width="2"
      />
      <Label x={start + 14} y={246} text={strings.cns} bold anchor="start" />
      <Label x={start + 14} y={263} text={strings.cnsText} anchor="start" />

      <Arrow from={[start, 308]} to={[end3, 308]} />
      <Label x={end3} y={328} text={strings.time} soft anchor="end" />
      <Label x={start} y={328} text={strings.note} soft anchor="start" />
    </Frame>
  );
}
