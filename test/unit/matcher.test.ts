import { describe, expect, test } from 'vitest';
import { compile } from '../../glossary/compile';
import { createMatcher } from '../../glossary/matcher';
import { parseTerm } from '../../glossary/parse';
import { readGlossary } from '../../scripts/read-glossary';

const file = (id: string, forms: string) => `---
id: ${id}
term: ${id}
category: drug
tier: core
forms:
${forms
  .split('\n')
  .map((form) => `  - ${form}`)
  .join('\n')}
sources: [{ doc: nci, section: x }]
related: []
checked: 2026-11-23
---

## Plain

Text.
`;

const FORMS: Record<string, string> = {
  all: 'ALL\nacute lymphoblastic leukemia',
  'b-all': 'B-ALL\nB-cell ALL',
  crs: 'CRS',
  it: 'IT',
  tki: '{ text: TKI, plural: true }',
  adc: '{ text: ADC, plural: true }\n{ text: antibody-drug conjugate, plural: true }',
  mab: '{ text: mAb, plural: true }',
  antibody: '{ text: antibody, plural: true }',
  'car-t-cell': '{ text: CAR T cell, plural: true }',
  'car-t': 'CAR T',
  't-cell': '{ text: T cell, plural: true }',
  cns: 'CNS',
  'cns-prophylaxis': 'CNS prophylaxis',
  remission: '{ text: remission, plural: true }',
  'complete-remission': '{ text: complete remission, plural: true }',
  'white-blood-cell': '{ text: white blood cell, plural: true }',
  'low-white': '{ text: low white blood cell count, plural: true }',
  csf: 'CSF',
  gcsf: 'G-CSF',
  'ph-positive': '{ text: "Ph+", case: exact }',
  'ph-negative': '{ text: "Ph-", case: exact }\n{ text: "Ph- ALL", case: exact }',
  cd19: '"CD19+"\nCD19',
  leukemia: '{ text: leukemia, plural: true }',
  anemia: 'anemia',
  hct: 'hematopoietic cell transplant',
  edema: 'edema',
  diarrhea: 'diarrhea',
  leukocyte: '{ text: leukocyte, plural: true }',
  center: '{ text: specialist center, plural: true }',
  prednisone: 'prednisone',
  defenses: "body's defenses",
  mercaptopurine: '6-MP\n6MP',
  bcr: '"BCR::ABL1"\nBCR-ABL',
  translocation: 't(9;22)',
  maintenance: 'maintenance',
};

const SOURCES = { nci: { title: 't', publisher: 'p', url: 'https://example.org/' } };
const matcher = createMatcher(
  compile(
    Object.entries(FORMS).map(([id, forms]) => parseTerm(`${id}.md`, file(id, forms))),
    SOURCES,
  ).forms,
);
const found = (text: string) =>
  matcher.scan(text).map((c) => `${matcher.concepts[c.concept].id}:${text.slice(c.start, c.end)}`);

const CASES: [trap: string, text: string, expected: string[]][] = [
  ['acronyms as written', 'ALL of it, all of it, All of it', ['all:ALL']],
  ['acronyms as written', 'crs Crs CRS', ['crs:CRS']],
  ['acronym words inside longer forms', 'a b-cell all; a B-Cell ALL', ['b-all:B-Cell ALL']],
  ['no blind plural', 'CRSs and its ITs', []],
  ['real plurals', 'TKIs, ADCs, mAbs', ['tki:TKIs', 'adc:ADCs', 'mab:mAbs']],
  ['plural of y', 'antibodies', ['antibody:antibodies']],
  ['longest wins', 'CAR T cells and T cells', ['car-t-cell:CAR T cells', 't-cell:T cells']],
  [
    'longest wins',
    'B-ALL, CNS prophylaxis, complete remission',
    ['b-all:B-ALL', 'cns-prophylaxis:CNS prophylaxis', 'complete-remission:complete remission'],
  ],
  ['longest wins', 'low white blood cell counts', ['low-white:low white blood cell counts']],
  ['G-CSF is one word', 'G-CSF, not CSF', ['gcsf:G-CSF', 'csf:CSF']],
  ['ends in a sign', 'Ph+ and Ph- and CD19+.', ['ph-positive:Ph+', 'ph-negative:Ph-', 'cd19:CD19+']],
  [
    'every minus',
    'Ph\u2010 Ph\u2011 Ph\u2013 Ph\u2212',
    ['ph-negative:Ph\u2010', 'ph-negative:Ph\u2011', 'ph-negative:Ph\u2013', 'ph-negative:Ph\u2212'],
  ],
  ['sign inside', 'Ph\u2212 ALL', ['ph-negative:Ph\u2212 ALL']],
  ['acidity and degrees', 'pH+ pH- PH+ Ph.D. pH 7', []],
  ['sign before a word', 'Ph-like', []],
  ['no-break hyphen and space', 'CAR\u00A0T\u2011cell', ['car-t-cell:CAR\u00A0T\u2011cell']],
  ['line break for a space', 'complete\n   remission', ['complete-remission:complete\n   remission']],
  ['soft hyphen', 'leuke\u00ADmia', ['leukemia:leuke\u00ADmia']],
  ['zero-width space', 'T\u200B cell', ['t-cell:T\u200B cell']],
  ['invisible at the end', 'leukemia\u200Bs', ['leukemia:leukemia\u200Bs']],
  ['curly apostrophe', 'the body\u2019s defenses', ['defenses:body\u2019s defenses']],
  ['en dash', 'antibody\u2013drug conjugates', ['adc:antibody\u2013drug conjugates']],
  ['em dash parts', 'T\u2014cell', []],
  [
    'British',
    'acute lymphoblastic leukaemia, leukaemias, anaemia',
    ['all:acute lymphoblastic leukaemia', 'leukemia:leukaemias', 'anemia:anaemia'],
  ],
  [
    'British',
    'haematopoietic cell transplant, oedema, diarrhoea, leucocytes, specialist centres',
    [
      'hct:haematopoietic cell transplant',
      'edema:oedema',
      'diarrhea:diarrhoea',
      'leukocyte:leucocytes',
      'center:specialist centres',
    ],
  ],
  ['another drug', 'prednisolone', []],
  ['inside a longer word', 'callALL ALLy maintenances leukemic', []],
  ['names in code', 'ALL_PATIENTS CRS_84', []],
  ['digits', '6-MP, 6MP, 16-MP', ['mercaptopurine:6-MP', 'mercaptopurine:6MP']],
  ['signs inside', 'BCR::ABL1, BCR-ABL, t(9;22)', ['bcr:BCR::ABL1', 'bcr:BCR-ABL', 'translocation:t(9;22)']],
  ['accented neighbours', 'éALL ALLé', []],
  ['scripts without spaces', 'ALLの治療', ['all:ALL']],
  ['at the edges', 'CNS', ['cns:CNS']],
  ['nothing', '', []],
];

describe('the matcher', () => {
  test.each(CASES)('%s: %j', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('the built-in glossary', () => {
  const builtIn = createMatcher(readGlossary().forms);
  test.each([
    ['Ph-like ALL', 'ph-like-all'],
    ['Philadelphia chromosome\u2013like acute lymphoblastic leukaemia', 'ph-like-all'],
    ['BCR::ABL1-like', 'ph-like-all'],
    ['Peg-asparaginase', 'pegaspargase'],
    ['Chimeric antigen receptor (CAR) T-cell therapy', 'car-t-cell-therapy'],
    ['graft vs. host disease', 'graft-versus-host-disease'],
    ['cGvHD', 'graft-versus-host-disease'],
    ['Car-T therapy', 'car-t-cell-therapy'],
    ['Car T cells', 'car-t-cell'],
    ['PICC lines', 'iv-line'],
    ['T-lymphoblastic leukemia', 't-cell-all'],
    ['BCR-ABL negative ALL', 'ph-negative-all'],
  ])('%s is one term', (text, id) => {
    const found = builtIn.scan(text).map((c) => [builtIn.concepts[c.concept].id, text.slice(c.start, c.end)]);
    expect(found).toEqual([[id, text]]);
  });
});
