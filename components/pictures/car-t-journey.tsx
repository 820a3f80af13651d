import type { ComponentChildren } from 'preact';
import { Arrow, Badge, Car, Cell, Chemo, color, Frame, Label, Panel, type Point, Protein } from './parts';

const strings = {
  title: 'The journey of CAR T cells',
  desc:
    'Five steps. 1, Collect: blood flows through a machine that keeps T cells and gives the rest back (leukapheresis). 2, Change: a lab adds ' +
    'a new receptor, called a CAR, to the T cells. 3, Grow: the lab makes many CAR T cells; this can take a few weeks. 4, Short chemo: ' +
    'usually a few days, to ready the body. 5, Give back: the CAR T cells flow into a vein. Then, in the body, CAR T cells find leukemia ' +
    'cells, hold on to them and attack.',
  collect: 'Collect',
  collectText: 'T cells are taken\nout of the blood\n(leukapheresis)',
  change: 'Change',
  changeText: 'The lab adds a\nreceptor: the CAR',
  grow: 'Grow',
  growText: 'Many CAR T cells,\nin a few weeks',
  prepare: 'Short chemo',
  prepareText: 'Usually a few days,\nto ready the body',
  give: 'Give back',
  giveText: 'CAR T cells flow\ninto a vein',
  afterwards: 'Then',
  afterwardsText: 'They find leukemia\ncells and attack',
};

interface StepProps {
  x: number;
  y: number;
  number?: string;
  name: string;
  text: string;
  children: ComponentChildren;
}

function Step({ x, y, number, name, text, children }: StepProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <Panel x={0} y={0} width={140} height={160} />
      {children}
      {number && <Badge x={17} y={17} text={number} />}
      <Label x={number ? 34 : 14} y={22} text={name} bold anchor="start" />
      <Label x={70} y={text.split('\n').length > 2 ? 116 : 132} text={text} />
    </g>
  );
}

/** Head, shoulders and one arm held out; (x, y) is where the forearm begins. */
function Person({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} fill={color.skinFill} stroke={color.skinLine} stroke-width="2">
      <path d="M-46 14C-46-8-40-13-31-14V-20H-21V-14C-15-13-11-10-8-5L9 2C14 5 12 12 6 11L-14 6L-12 14Z" />
      <ellipse cx="-26" cy="-31" rx="11.5" ry="13" />
    </g>
  );
}

/** A hanging bag, its tube running down into the arm. */
function Bag({ children }: { children: ComponentChildren }) {
  return (
    <g>
      <path d="M106 88C106 104 84 102 66 98M106 34V40" stroke={color.fluidLine} stroke-width="2.2" />
      <path
        d="M89 45Q89 40 94 40H118Q123 40 123 45V76L110 88H102L89 76Z"
        fill={color.fluidFill}
        stroke={color.fluidLine}
        stroke-width="2"
      />
      {children}
    </g>
  );
}

function CarT({ x, y, r, angles }: { x: number; y: number; r: number; angles: readonly number[] }) {
  return (
    <Cell x={x} y={y} r={r} kind="t">
      {angles.map((angle) => (
        <Car key={angle} r={r} angle={angle} />
      ))}
    </Cell>
  );
}

function Machine() {
  return (
    <g>
      <path
        d="M56 72C58 50 74 50 92 50M58 78C66 94 78 86 92 84"
        stroke={color.brainLine}
        stroke-width="2.4"
      />
      <path d="M77 47L83 50.5L77 55M82 82.5L76 87.5L82.5 91" stroke={color.brainLine} stroke-width="2.4" />
      <rect
        x="92"
        y="38"
        width="36"
        height="54"
        rx="7"
        fill={color.fluidFill}
        stroke={color.fluidLine}
        stroke-width="2"
      />
      <circle cx="110" cy="66" r="12" fill={color.panel} stroke={color.fluidLine} stroke-width="2" />
      <Cell x={110} y={66} r={7} kind="t" />
      <path d="M99 46H121" stroke={color.fluidLine} stroke-width="2" />
    </g>
  );
}

const spread = [-90, -30, 30, 90, 150, 210];
const grown: readonly Point[] = [
  [36, 58],
  [70, 50],
  [104, 58],
  [54, 90],
  [88, 90],
];

export function CarTJourney() {
  return (
    <Frame name="car-t-journey" height={530} title={strings.title} desc={strings.desc}>
      <Step x={12} y={14} number="1" name={strings.collect} text={strings.collectText}>
        <g transform="translate(1 6)">
          <Person x={54} y={74} />
          <Machine />
        </g>
      </Step>
      <Step x={168} y={14} number="2" name={strings.change} text={strings.changeText}>
        <Cell x={30} y={74} r={18} kind="t" />
        <Arrow from={[54, 74]} to={[67, 74]} />
        <CarT x={104} y={74} r={18} angles={spread} />
      </Step>
      <Step x={12} y={186} number="3" name={strings.grow} text={strings.growText}>
        {grown.map(([x, y]) => (
          <CarT key={x} x={x} y={y} r={10.5} angles={[-90, -18, 54, 126, 198]} />
        ))}
      </Step>
      <Step x={168} y={186} number="4" name={strings.prepare} text={strings.prepareText}>
        <Person x={62} y={94} />
        <Bag>
          <Chemo x={106} y={58} angle={-30} />
        </Bag>
      </Step>
      <Step x={12} y={358} number="5" name={strings.give} text={strings.giveText}>
        <Person x={62} y={94} />
        <Bag>
          <Cell x={101} y={58} r={6} kind="t" />
          <Cell x={111} y={68} r={6} kind="t" />
        </Bag>
      </Step>
      <Step x={168} y={358} name={strings.afterwards} text={strings.afterwardsText}>
        {[180, 300, 60].map((angle) => (
          <g key={angle} transform={`translate(104 74) rotate(${angle}) translate(20 0) scale(0.75)`}>
            <Protein x={0} y={0} angle={0} head="box" of="leukemia" />
          </g>
        ))}
        <Cell x={104} y={74} r={21} kind="leukemia" />
        <CarT x={37} y={74} r={18} angles={[0, 72, 144, 216, 288]} />
      </Step>
      <Arrow from={[153, 90]} to={[167, 90]} />
      <Arrow from={[153, 262]} to={[167, 262]} />
      <Arrow from={[153, 434]} to={[167, 434]} />
    </Frame>
  );
}
