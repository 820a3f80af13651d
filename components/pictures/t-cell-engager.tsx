import { Arrow, Cell, color, Frame, Label, Leader, Panel, Protein } from './parts';

const strings = {
  title: 'How a T-cell engager ties two cells together',
  desc:
    'On the left is a T cell, an immune cell. A protein called CD3 stands on it. On the right is a leukemia cell, a cancer cell, with a protein ' +
    'called CD19. Between them is the T-cell engager, such as blinatumomab. One end holds CD3, the other end holds CD19. Below, the two cells ' +
    'are side by side: held this close, the T cell can attack the leukemia cell.',
  engager: 'T-cell engager',
  drug: '(blinatumomab)',
  cd3: 'CD3',
  cd19: 'CD19',
  tCell: 'T cell',
  tCellKind: 'immune cell',
  leukemia: 'Leukemia cell',
  leukemiaKind: 'cancer cell',
  close: 'Held this close,\nthe T cell\ncan attack.',
};

/** Two grips on a short string: the ball fits CD3's cup, the block fits CD19's box. */
function Engager({ x, y, width }: { x: number; y: number; width: number }) {
  const [ball, block] = [-width / 2, width / 2];
  return (
    <g transform={`translate(${x} ${y})`} stroke={color.abLine}>
      <path d={`M${ball} 0C${ball / 3}-9 ${block / 3} 9 ${block} 0`} stroke-width="3.2" />
      <circle cx={ball} r="5.6" fill={color.abFill} stroke-width="2" />
      <rect x={block - 5} y="-5" width="10" height="10" rx="1.5" fill={color.abFill} stroke-width="2" />
    </g>
  );
}

export function TCellEngager() {
  return (
    <Frame name="t-cell-engager" height={312} title={strings.title} desc={strings.desc}>
      {[140, 200, 265].map((angle) => (
        <g key={angle} transform={`translate(72 108) rotate(${angle})`}>
          <Protein x={42} y={0} angle={0} head="cup" of="t" />
        </g>
      ))}
      {[-85, -20, 40].map((angle) => (
        <g key={angle} transform={`translate(248 108) rotate(${angle})`}>
          <Protein x={42} y={0} angle={0} head="box" of="leukemia" />
        </g>
      ))}
      <Protein x={114} y={108} angle={0} head="cup" of="t" />
      <Protein x={206} y={108} angle={180} head="box" of="leukemia" />
      <Cell x={72} y={108} r={44} kind="t" />
      <Cell x={248} y={108} r={44} kind="leukemia" />
      <Engager x={160} y={108} width={50} />
      <Label x={160} y={26} text={strings.engager} bold />
      <Label x={160} y={42} text={strings.drug} soft />
      <Leader d="M160 50V107" x={160} y={107} />
      <Label x={133} y={134} text={strings.cd3} bold />
      <Label x={183} y={134} text={strings.cd19} bold />
      <Label x={72} y={180} text={strings.tCell} bold />
      <Label x={72} y={196} text={strings.tCellKind} soft />
      <Label x={248} y={180} text={strings.leukemia} bold />
      <Label x={248} y={196} text={strings.leukemiaKind} soft />

      <Panel x={14} y={208} width={292} height={92} />
      {[230, 274].map((y) => (
        <g key={y}>
          <g transform={`translate(98 ${y}) scale(0.62)`}>
            <Protein x={-27} y={0} angle={0} head="cup" of="t" />
            <Protein x={27} y={0} angle={180} head="box" of="leukemia" />
            <Engager x={0} y={0} width={18} />
          </g>
        </g>
      ))}
      <Cell x={57} y={252} r={32} kind="t" />
      <Cell x={139} y={252} r={32} kind="leukemia" dying />
      <Arrow from={[85, 252]} to={[115, 252]} />
      <Label x={190} y={241} text={strings.close} anchor="start" />
    </Frame>
  );
}
