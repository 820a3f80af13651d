import table from 'virtual:termlight/context';
import forms from 'virtual:termlight/forms';
import { describe, expect, test } from 'vitest';
import { judge, type Page, weigh } from '../../glossary/context';
import { readCues } from '../../glossary/cues';
import { createMatcher } from '../../glossary/matcher';
import { featuresOf } from '../../glossary/score';
import { explain } from '../../scripts/explain';

const matcher = createMatcher(forms);
const cues = readCues(table);

const pageOf = (texts: string[], more: Partial<Page> = {}): Page => ({
  blocks: texts.map((text) => ({ text, candidates: matcher.scan(text), section: 0, heading: false })),
  title: '',
  lang: 'en',
  ...more,
});

/** Each candidate of a page as `form +` or `form -`, with the reason in words. */
function read(texts: string[]): { verdict: string; reason: string }[] {
  const page = pageOf(texts);
  return judge(page, matcher, cues).decisions.map(({ block, candidate, accepted, reason }) => ({
    verdict: `${page.blocks[block].text.slice(candidate.start, candidate.end)} ${accepted ? '+' : '-'}`,
    reason: explain(reason),
  }));
}
const reasonsOf = (texts: string[], form: string) =>
  read(texts)
    .filter(({ verdict }) => verdict.startsWith(form))
    .map(({ verdict, reason }) => `${verdict.slice(form.length + 1)} ${reason}`);

describe('one page, two senses', () => {
  const texts = [
    'Cytokine release syndrome (CRS) is an effect of CAR T-cell therapy. Severe CRS needs tocilizumab.',
    'The hospital map uses a coordinate reference system (CRS) with a datum. The CRS has an EPSG code.',
  ];

  test('the nearer expansion decides', () => {
    expect(
      read(texts)
        .map((r) => r.verdict)
        .filter((v) => v.startsWith('CRS')),
    ).toEqual(['CRS +', 'CRS +', 'CRS -', 'CRS -']);
  });

  test('an expansion settles the sense for the whole page', () => {
    const [, second] = texts;
    expect(
      read([second, 'In children with leukemia on chemotherapy the CRS was asked for.']).map(
        (r) => r.verdict,
      ),
    ).toContain('CRS -');
  });
});

describe('what is weighed', () => {
  const weighed = (texts: string[]) => weigh(pageOf(texts), matcher, cues).weighed;

  test('a word that another meaning is settled for speaks for nobody', () => {
    const [relapse, induction] = weighed(['The relapse came after the induction cooktop was sold.']);
    expect(induction.evidence).toBeUndefined();
    expect(relapse.evidence?.company).toBe(0);
    const [, company] = weighed(['The relapse came after induction.']);
    expect(company.evidence?.company).toBeGreaterThan(0);
  });

  describe('terms of the paragraphs around', () => {
    const ask = 'We still look for a donor.';
    const clear = 'He has leukemia.';
    const termsOf = (page: Page, block: number) =>
      weigh(page, matcher, cues).weighed.find((one) => one.block === block)?.evidence?.cancerTerms ?? 0;
    const long = 'The weather was fine that day and we walked for hours. '.repeat(14);

    test.each([
      ['before', [clear, ask], 1],
      ['after', [ask, clear], 0],
      ['before, but one', [clear, 'We wait.', ask], 2],
      ['after, but one', [ask, 'We wait.', clear], 0],
    ])('count, though less than in their own: %s', (_, texts, block) => {
      const own = termsOf(pageOf([`${ask} ${clear}`]), 0);
      const around = termsOf(pageOf(texts), block);
      const apart = pageOf(block === 0 ? [ask, clear] : [clear, ask]);
      apart.blocks[1].at = long.length;
      const far = termsOf(apart, block === 0 ? 0 : 1);
      expect(own).toBeGreaterThan(around);
      expect(around).toBeGreaterThan(far);
    });

    test('do not where another section begins', () => {
      const page = pageOf([clear, ask]);
      const near = termsOf(page, 1);
      page.blocks[1].section = 1;
      expect(termsOf(page, 1)).toBeLessThan(near);
    });
  });

  test('a word of another world counts less alone than in company', () => {
    const elsewhereOf = (text: string) =>
      weighed([text]).find(({ form }) => form.acronym)?.evidence?.elsewhere ?? 0;
    const [one, other, both] = ['movie', 'hotel', 'movie, the hotel'].map((words) =>
      elsewhereOf(`The MRD and the ${words}.`),
    );
    expect(one).toBeGreaterThan(0);
    expect(both).toBeGreaterThan(one + other);
  });

  const far = 'The weather was fine. '.repeat(60);
  const heardOf = (texts: string[], form: string) =>
    weighed(texts)
      .filter(({ block, candidate }) => texts[block].startsWith(form, candidate.start))
      .map((one) => one.heard);

  test('what speaks for a word at one place makes its other places heard', () => {
    const bare = 'If she does not find a donor, we do not know what to do.';
    expect(heardOf([far, bare], 'donor')).toEqual([false]);
    expect(heardOf(['The marrow donor and the patient met.', far, bare], 'donor')).toEqual([true, true]);
  });

  test.each([
    ['an abbreviation', 'LP', 'He got an LP, a lumbar puncture.', 'They bought an LP of the band.'],
    [
      'a word, if the other form needs nothing',
      'marrow',
      'Biopsies of bone marrow were taken.',
      'A marrow won.',
    ],
  ])('not so %s', (_, form, said, other) => {
    expect(heardOf([said, far, other], form).at(-1)).toBe(false);
    expect(read([said, far, other]).map((r) => r.verdict)).toContain(`${form} -`);
  });

  test('words of another form for the concept do not speak against one whose other meanings are rare', () => {
    const verdicts = read([
      'Biopsies of bone marrow were taken.',
      'He grew a marrow in the garden, and baked it.',
    ]);
    expect(verdicts.map((r) => r.verdict)).toEqual(expect.arrayContaining(['bone marrow +', 'marrow -']));
  });

  describe('what stands twice counts where it stands nearest', () => {
    const gap = 'The weather was fine. '.repeat(20);
    const evidenceOf = (texts: string[]) => weighed(texts).find(({ form }) => form.acronym)?.evidence;

    test.each([
      ['a term', 'cancerTerms', 'leukemia'],
      ['a word', 'cancerWords', 'oncologist'],
    ] as const)('%s', (_, sum, said) => {
      const near = evidenceOf([`The ${said} and the MRD.`])?.[sum] ?? 0;
      expect(near).toBeGreaterThan(0);
      expect(evidenceOf([`The ${said}. ${gap} The MRD and the ${said}.`])?.[sum]).toBeCloseTo(near);
      expect(evidenceOf([`The ${said}. ${gap} The ${said} and the MRD.`])?.[sum]).toBeCloseTo(near);
    });

    test('a term in the paragraphs around', () => {
      const near = evidenceOf(['The MRD fell.', 'The leukemia went.'])?.cancerTerms ?? 0;
      const all = evidenceOf([`The leukemia. ${gap}`, 'The MRD fell.', 'The leukemia went.'])?.cancerTerms;
      expect(all).toBeCloseTo(near);
    });
  });

  test('a word counts once, where it stands nearest', () => {
    const wordsOf = (text: string) => weighed([text]).find(({ form }) => form.acronym)?.evidence?.cancerWords;
    const once = wordsOf('The MRD and the oncologist.');
    expect(once).toBeGreaterThan(0);
    expect(wordsOf('The MRD and the oncologist, oncologist, oncologist.')).toBe(once);
  });

  test('the places of an abbreviation are drawn halfway to their mean', () => {
    const texts = ['Blasts fell, and the MRD was low.', 'The MRD is on page two.'];
    const places = weighed(texts).filter(({ form }) => form.acronym);
    expect(places).toHaveLength(2);
    const [near, far] = places.map(({ features }) => features);
    const [nearAlone, farAlone] = places.map(({ evidence, around, form }) => {
      if (!evidence) throw new Error('It is open');
      return featuresOf(evidence, around, form, false);
    });
    expect(nearAlone).not.toEqual(farAlone);
    near.forEach((value, i) => {
      expect(value - far[i]).toBeCloseTo((nearAlone[i] - farAlone[i]) / 2);
      expect(value + far[i]).toBeCloseTo(nearAlone[i] + farAlone[i]);
    });
  });
});

describe('reasons', () => {
  test.each([
    ['What is leukemia?', 'leukemia', '+ This term has one meaning.'],
    [
      'Minimal residual disease (MRD) is measured.',
      'MRD',
      '+ The page says what the letters stand for: “Minimal residual disease”.',
    ],
    [
      'A matched related donor (MRD) was found.',
      'MRD',
      '- The page says that the letters stand for something else: “matched related donor”.',
    ],
    ['GM-CSF was given to the patient.', 'CSF', '- The letters are part of a longer name.'],
    [
      'ALL VISITORS MUST REPORT',
      'ALL',
      '- The words around it are in capitals too, so the capitals mean nothing.',
    ],
    ['A phase II trial in leukemia.', 'phase', '- The word beside it gives it another meaning: “II trial”.'],
    ['II. To count cells.  III. To count blood. IV. To count days.', 'IV', '- It is a Roman numeral here.'],
    [
      'Nagy RJ, Pingle SC, Kesari S. Leukemia in adults. J Clin Oncol 2015.',
      'SC',
      '- It stands in a list of sources, as initials or a volume.',
    ],
    ['Set the CRS by its EPSG code.', 'CRS', '- Words nearby are about maps: “EPSG”.'],
    ['I like my red blast.', 'blast', '- Nothing nearby speaks for this meaning.'],
    [
      'Relapse was rare in leukemia after chemotherapy.',
      'Relapse',
      '+ Words nearby fit this meaning: “leukemia”, “chemotherapy”.',
    ],
    ['The doctor gave the patient an infusion.', 'infusion', '+ The text around it is about medicine.'],
  ])('%s', (text, form, expected) => {
    expect(reasonsOf([text], form)).toEqual([expected]);
  });

  test('words of another meaning are named with what they are about', () => {
    expect(
      reasonsOf(['Her depression went into remission and the antidepressant was stopped.'], 'remission'),
    ).toEqual(['- Words nearby are about mental illness: “antidepressant”, “depression”.']);
  });
});

describe('what is meant', () => {
  test.each([
    [
      'a word in quotes beside it fits',
      'George, who has leukemia, moved into the “maintenance” phase.',
      'phase +',
    ],
    ['another illness is medicine, too', 'Only those in class 1 have epileptic seizures.', 'seizures +'],
    ['a donor on a registry', 'The registered donor is told at once. His leukemia had come back.', 'donor +'],
    ['donors of money', 'Donors have raised large sums against cancer.', 'Donors -'],
    ['donors of blood', 'Thanks to the blood donors! Then he got stem cells for his leukemia.', 'donors -'],
    ['donors of a charity', 'The run against leukemia thanks its sponsors and its top donors.', 'donors -'],
    ['bombs', 'Leukemia was more frequent among those who lived through the atomic blasts.', 'blasts -'],
    ['a place on the map', 'Chidi, who comes from Port Harcourt, has leukemia and needs chemo.', 'Port -'],
    [
      'strong treatment before a graft',
      'The leukemia was in remission, so conditioning chemotherapy came next, and then the stem cells of his sister.',
      'conditioning chemotherapy -',
    ],
    [
      'the same before CAR T cells',
      'Before the CAR T cells, conditioning chemotherapy with fludarabine was given.',
      'conditioning chemotherapy +',
    ],
    ['teeth', 'Dental prophylaxis for the patient: the hygienist polishes the teeth.', 'prophylaxis -'],
  ])('%s', (_, text, verdict) => {
    expect(read([text]).map((r) => r.verdict)).toContain(verdict);
  });
});

test.each(['induction', 'maintenance', 'remission', 'Relapse'])(
  '%s is another one where its companions, too, speak of another illness',
  (word) => {
    const text =
      'Rituximab, which binds CD20 on B cells, is used for the induction and maintenance of remission in vasculitis. ' +
      'Relapse is seen in half of these patients with GPA, and in more where ANCA stay.';
    expect(read([text]).map((r) => r.verdict)).toContain(`${word} -`);
  },
);

describe('whether a page is plainly about cancer', () => {
  const isCancerPage = (texts: string[]) => judge(pageOf(texts), matcher, cues).cancerPage;
  test('three clear terms of cancer, anywhere on it', () => {
    expect(
      isCancerPage(['Chemotherapy was given.', 'Vincristine is one drug.', 'Leukemia came first.']),
    ).toBe(true);
  });
  test('one mention is not enough, however often', () => {
    expect(isCancerPage(['Leukemia, said the mayor.', 'Leukemia again.', 'The parade was on Sunday.'])).toBe(
      false,
    );
  });
});

describe('a short page under a title about cancer', () => {
  const heading = 'Leukemia';
  const page = (text: string, top: Partial<Page> = {}) =>
    pageOf([text], {
      blocks: [heading, text].map((t, i) => ({
        text: t,
        candidates: matcher.scan(t),
        section: 1,
        heading: i === 0,
      })),
      ...top,
    });
  const text = 'Induction with vincristine and dexamethasone comes first.';
  test('one more term makes it plainly about cancer', () => {
    expect(judge(page(text), matcher, cues).cancerPage).toBe(true);
    expect(judge(pageOf([text], { title: heading }), matcher, cues).cancerPage).toBe(true);
    expect(judge(pageOf([text]), matcher, cues).cancerPage).toBe(false);
  });
  test('no other term of cancer does not', () => {
    expect(
      judge(page('The mayor spoke of his mother, and thanked the crowd.'), matcher, cues).cancerPage,
    ).toBe(false);
  });
  test.each(['Ph+', 'Ph-', 'Ph\u2212'])('%s is meant', (form) => {
    const judged = page(`Results in adults with ${form} disease were given in a table.`, {
      title: 'Blinatumomab in acute lymphoblastic leukemia',
    });
    const { start, end } = judged.blocks[1].candidates.find((c) =>
      judged.blocks[1].text.startsWith('Ph', c.start),
    ) ?? {
      start: 0,
      end: 0,
    };
    const found = judge(judged, matcher, cues).decisions.filter((d) => d.block === 1 && d.accepted);
    expect(found.map((d) => [d.candidate.start, d.candidate.end])).toContainEqual([start, end]);
    expect(end - start).toBeGreaterThan(0);
  });
});

describe('title and headings stand over the text', () => {
  const text = 'The second cycle of the drug starts on Monday, and the third cycle after a week at home.';
  const accepted = (page: Page) => judge(page, matcher, cues).decisions.filter((d) => d.accepted).length;

  test('a title about leukemia speaks for its terms', () => {
    const dark = accepted(pageOf([text]));
    const lit = accepted(
      pageOf([text], { title: 'Chemotherapy for acute leukemia: a guide to cancer treatment' }),
    );
    expect(lit).toBeGreaterThan(dark);
  });

  test('so does the heading of the section, but not that of another', () => {
    const heading = 'Chemotherapy for leukemia';
    const page = (section: number): Page => ({
      title: '',
      lang: 'en',
      blocks: [
        { text: heading, candidates: matcher.scan(heading), section: 1, heading: true },
        { text, candidates: matcher.scan(text), section, heading: false },
      ],
    });
    expect(accepted(page(1))).toBeGreaterThan(accepted(page(2)));
  });
});

test('the same page gives the same decisions, and a page without candidates none', () => {
  const texts = ['MRD after induction for leukemia was negative, so maintenance went on.'];
  expect(read(texts)).toEqual(read(texts));
  expect(judge(pageOf(['A quiet street.']), matcher, cues)).toEqual({ decisions: [], cancerPage: false });
});

test('decisions come in reading order, one a candidate', () => {
  const page = pageOf(['ALL and MRD and leukemia.', 'IV and CRS.']);
  const { decisions } = judge(page, matcher, cues);
  expect(decisions.map((d) => d.candidate)).toEqual(page.blocks.flatMap((b) => b.candidates));
});

describe('an everyday word', () => {
  const talk = 'The market, the garden and the football of the village were all in the newspaper.';
  const around = (texts: string[]) => weigh(pageOf(texts), matcher, cues).witness.page.elsewhere;

  test('that nothing speaks for is out, and what stands around it is not looked at', () => {
    expect(read([`${talk} Of course it rained.`])[0].verdict).toBe('course -');
    expect(around([`${talk} Of course it rained.`])).toBe(0);
    expect(around([`${talk} The relapse of the government was long.`])).toBeGreaterThan(0);
  });

  test('is weighed where a word of its own is near, however it is written', () => {
    const { weighed } = weigh(pageOf([`${talk} The course is REPEATED.`, talk]), matcher, cues);
    const [course] = weighed.filter(({ form }) => form.guarded);
    expect(course.evidence?.own).toBeGreaterThan(0);
  });
});

test('a number at the end of a sentence is no word beside the next', () => {
  expect(reasonsOf(['Chemotherapy day 40. Port accessed by the nurse.'], 'Port').map((r) => r[0])).toEqual([
    '+',
  ]);
});
