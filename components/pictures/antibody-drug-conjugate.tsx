import type { ComponentChildren } from 'preact';
import { Antibody, Arrow, Badge, Cell, Chemo, color, Frame, Label, Leader, Panel, Protein } from './parts';

const strings = {
  title: 'How an antibody-drug conjugate gets in',
  desc:
    'Four steps. 1: An antibody that carries chemo finds a protein called CD22 on a leukemia cell and holds on to it. 2: The cell takes the ' +
    'antibody and its chemo in. 3: Inside the cell, the chemo comes loose from the antibody. 4: The cell dies when it tries to divide in two.',
  step1: 'The antibody\nfinds CD22.',
  step2: 'The cell takes\nit in.',
  step3: 'Inside, the chemo\ncomes loose.',
  step4: 'The cell dies when\nit tries to divide.',
  antibody: 'antibody',
  chemo: 'chemo',
  cd22: 'CD22',
};

interface StepProps {
  x: number;
  y: number;
  number: string;
  text: string;
  children: ComponentChildren;
}

function Step({ x, y, number, text, children }: StepProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <Panel x={0} y={0} width={140} height={182} />
      {children}
      <Badge x={17} y={17} text={number} />
      <Label x={70} y={153} text={text} />
    </g>
  );
}

/** A leukemia cell, with CD22 standing on it where `angles` say. */
function Target({ x, y, r, angles }: { x: number; y: number; r: number; angles: readonly number[] }) {
  return (
    <g>
      <g transform={`translate(${x} ${y})`}>
        {angles.map((angle) => (
          <g key={angle} transform={`rotate(${angle}) translate(${r - 2} 0) scale(0.85)`}>
            <Protein x={0} y={0} angle={0} head="wedge" of="leukemia" />
          </g>
        ))}
      </g>
      <Cell x={x} y={y} r={r} kind="leukemia" empty />
    </g>
  );
}

/** A cell pinched in the middle, on its way to becoming two, and falling apart. */
function Dividing() {
  return (
    <g>
      <path
        d="M70 62C62 44 22 42 18 78C15 118 60 118 70 98C80 118 125 118 122 78C118 42 78 44 70 62Z"
        fill={color.leukFill}
        stroke={color.leukLine}
        stroke-width="2.6"
        stroke-dasharray="7 6"
      />
      <path
        d="M46 54l5 13l-9 8l7 10l-5 16M95 56l-5 12l8 9l-7 9l6 14"
        stroke={color.leukLine}
        stroke-width="2.2"
      />
      <Chemo x={31} y={80} angle={60} />
      <Chemo x={70} y={80} angle={-20} />
      <Chemo x={109} y={82} angle={-60} />
    </g>
  );
}

export function AntibodyDrugConjugate() {
  return (
    <Frame name="antibody-drug-conjugate" height={404} title={strings.title} desc={strings.desc}>
      <Step x={12} y={14} number="1" text={strings.step1}>
        <Target x={96} y={98} r={29} angles={[-150, 50, 125]} />
        <Antibody x={41} y={66} angle={-13} chemo />
        <Leader d="M62 35L51 53" x={49} y={57} />
        <Label x={80} y={31} text={strings.antibody} />
        <Label x={32} y={120} text={strings.chemo} />
        <Leader d="M31 107L31 90" x={31} y={85} />
        <Label x={114} y={62} text={strings.cd22} bold />
        <Leader d="M92 62L66 77" x={63} y={79} />
      </Step>
      <Step x={168} y={14} number="2" text={strings.step2}>
        <Target x={74} y={82} r={44} angles={[-65, 45, 150]} />
        <circle
          cx="78"
          cy="86"
          r="29"
          fill={color.panel}
          stroke={color.leukLine}
          stroke-width="1.6"
          stroke-dasharray="2 5"
        />
        <Antibody x={81} y={88} angle={40} chemo />
        <Arrow from={[24, 40]} to={[54, 62]} />
      </Step>
      <Step x={12} y={208} number="3" text={strings.step3}>
        <Target x={70} y={80} r={46} angles={[-75, 20, 195]} />
        <Antibody x={53} y={88} angle={130} />
        <Arrow from={[72, 69]} to={[80, 62]} />
        <Arrow from={[72, 84]} to={[83, 91]} />
        <Chemo x={88} y={55} angle={-40} />
        <Chemo x={92} y={98} angle={35} />
      </Step>
      <Step x={168} y={208} number="4" text={strings.step4}>
        <Dividing />
      </Step>
      <Arrow from={[153, 95]} to={[167, 95]} />
      <Arrow from={[153, 290]} to={[167, 290]} />
    </Frame>
  );
}
