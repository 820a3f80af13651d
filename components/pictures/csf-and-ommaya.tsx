import { color, Frame, Label, Leader } from './parts';

const strings = {
  title: 'Where spinal fluid (CSF) is, and two ways to reach it',
  desc:
    'A head and back seen from the side. A thin layer of clear fluid, the spinal fluid or CSF, lies around the brain and runs down the back ' +
    'around the spinal cord. It also fills a space inside the brain. There are two ways to reach it. An Ommaya reservoir is a small dome under ' +
    'the scalp; a thin tube leads from it to the fluid space in the brain. For a lumbar puncture (spinal tap), a thin needle goes into the ' +
    'fluid in the lower back, below the end of the spinal cord. Chemo can be put into the fluid in both ways.',
  ommaya: 'Ommaya reservoir',
  ommayaText: 'small dome under\nthe scalp; its tube\nleads to the fluid',
  brain: 'Brain',
  fluid: 'Spinal fluid (CSF)',
  fluidText: 'around brain and\nspinal cord',
  cord: 'Spinal cord',
  puncture: 'Lumbar puncture',
  punctureText: '(spinal tap):\nneedle into the\nfluid, low in\nthe back',
  note: 'Chemo can be put into the fluid in both ways.',
};

type Point = readonly [number, number];

// The middle line of the canal, from the base of the brain to the tailbone, as cubic curves.
const canal: readonly (readonly [Point, Point, Point, Point])[] = [
  [
    [108, 140],
    [112, 168],
    [112, 186],
    [119, 210],
  ],
  [
    [119, 210],
    [127, 238],
    [146, 250],
    [147, 278],
  ],
  [
    [147, 278],
    [148, 306],
    [128, 322],
    [127, 346],
  ],
  [
    [127, 346],
    [126, 362],
    [132, 374],
    [140, 386],
  ],
];
const spine = canal.map(([a, b, c, d], i) => `${i === 0 ? `M${a}` : ''}C${b} ${c} ${d}`).join('');

/** The place and heading of the canal, `at` counting curves: 1.5 is halfway along the second. */
function along(at: number): { x: number; y: number; angle: number } {
  const i = Math.min(Math.floor(at), canal.length - 1);
  const [a, b, c, d] = canal[i] as (typeof canal)[number];
  const t = at - i;
  const u = 1 - t;
  const axis = (k: 0 | 1) => u ** 3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t ** 3 * d[k];
  const slope = (k: 0 | 1) => u * u * (b[k] - a[k]) + 2 * u * t * (c[k] - b[k]) + t * t * (d[k] - c[k]);
  return { x: axis(0), y: axis(1), angle: (Math.atan2(slope(1), slope(0)) * 180) / Math.PI };
}

// Sixteen bones, evenly spaced along the canal.
const bones: ReturnType<typeof along>[] = [];
for (let at = 0.3; bones.length < 16 && at < canal.length; at += 0.01) {
  const [next, last] = [along(at), bones.at(-1)];
  if (!last || Math.hypot(next.x - last.x, next.y - last.y) > 14.5) bones.push(next);
}

const skull =
  'M100 46C66 46 42 68 42 98C42 118 54 132 74 134C86 136 96 138 108 144C128 150 152 138 153 104C153 70 130 46 100 46Z';
const brain =
  'M100 54C72 54 50 72 50 98C50 114 60 126 76 127C88 128 92 122 102 126C108 136 120 142 132 136C142 130 146 118 145 104C145 76 126 54 100 54Z';
const cord = `M101 114C103 126 106 132 108 140${spine.slice(spine.indexOf('C'))}`;

function Body() {
  return (
    <path
      d="M100 34C93 26 74 28 66 42C45 50 33 68 33 92C33 100 31 106 27 114C22 122 17 127 18 131C20 135 26 134 28 137C25 142 25 146 29 149C26 153 27 158 31 160C29 169 33 179 48 179C62 178 70 175 78 178C84 196 80 214 68 224C48 236 36 260 34 300C33 330 40 360 38 402H172C168 380 154 368 154 346C154 320 175 300 173 268C171 236 146 224 142 198C140 180 164 150 164 108C164 64 134 35 100 34Z"
      fill={color.skinFill}
      stroke={color.skinLine}
      stroke-width="2.2"
    />
  );
}

function Spine() {
  return (
    <g>
      {bones.map(({ x, y, angle }, i) => (
        <g
          key={y}
          transform={`translate(${x} ${y}) rotate(${angle})`}
          fill={color.boneFill}
          stroke={color.boneLine}
          stroke-width="1.3"
        >
          <rect x={-4.5 - i * 0.1} y={11} width={9 + i * 0.2} height={9 + i * 0.5} rx="2.6" />
          <rect x="-3" y={-20} width="6" height="10" rx="2.6" transform="rotate(18)" />
        </g>
      ))}
    </g>
  );
}

function HeadAndCord() {
  return (
    <g>
      <path d={skull} fill={color.fluidFill} stroke={color.fluidLine} stroke-width="3" />
      <path d={spine} stroke={color.fluidLine} stroke-width="20" />
      <path d={spine} stroke={color.fluidFill} stroke-width="17" />
      <path d={skull} fill={color.fluidFill} />
      <path d={cord} stroke={color.brainLine} stroke-width="9.5" pathLength="100" stroke-dasharray="76 100" />
      <path d={brain} fill={color.brainFill} stroke={color.brainLine} stroke-width="2" />
      <path d={cord} stroke={color.brainFill} stroke-width="6" pathLength="100" stroke-dasharray="76 100" />
      <path
        d="M60 84C68 80 70 88 78 82M62 106C72 112 76 100 86 106M120 66C116 74 126 78 122 84M138 88C130 92 136 100 128 104M104 112C112 108 124 114 134 108M110 122C118 118 128 124 136 120"
        stroke={color.brainLine}
        stroke-width="1.6"
      />
    </g>
  );
}

function Ommaya() {
  return (
    <g>
      <path
        d="M84 88C94 80 112 84 116 96C108 92 96 94 86 96C82 95 81 91 84 88Z"
        fill={color.fluidFill}
        stroke={color.fluidLine}
        stroke-width="1.8"
      />
      <path d="M83 48L93 90" stroke={color.abLine} stroke-width="2.6" />
      <path d="M69 52C68 38 89 31 96 45.5Z" fill={color.abFill} stroke={color.abLine} stroke-width="2.2" />
    </g>
  );
}

export function CsfAndOmmaya() {
  return (
    <Frame name="csf-and-ommaya" height={436} title={strings.title} desc={strings.desc}>
      <Body />
      <Spine />
      <HeadAndCord />
      <Ommaya />
      <path d="M200 363L129 345" stroke={color.ink} stroke-width="2.2" />
      <path d="M196 362L210 365.5" stroke={color.abLine} stroke-width="8" />
      <Leader d="M170 24C140 16 108 20 88 36" x={84} y={43} />
      <Label x={174} y={28} text={strings.ommaya} bold anchor="start" />
      <Label x={174} y={44} text={strings.ommayaText} anchor="start" />
      <Leader d="M170 112L131 104" x={129} y={104} />
      <Label x={174} y={116} text={strings.brain} bold anchor="start" />
      <Leader d="M170 154L147 134" x={145} y={133} />
      <Leader d="M170 160L124 208" x={123} y={209} />
      <Label x={174} y={160} text={strings.fluid} bold anchor="start" />
      <Label x={174} y={176} text={strings.fluidText} anchor="start" />
      <Leader d="M174 240L143 254" x={142} y={255} />
      <Label x={178} y={242} text={strings.cord} bold anchor="start" />
      <Label x={184} y={278} text={strings.puncture} bold anchor="start" />
      <Label x={184} y={294} text={strings.punctureText} anchor="start" />
      <Label x={160} y={424} text={strings.note} />
    </Frame>
  );
}
