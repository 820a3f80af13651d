/**
 * American spelling to British, as parts of words. A form is written once, in American spelling; its British
 * variants are made from this table. Order matters: the first part that fits at a place is used.
 */
const PARTS: readonly (readonly [american: RegExp, british: string])[] = [
  [/leukemi/g, 'leukaemi'],
  [/hemato/g, 'haemato'],
  [/hemo(?=r|g|l|p)/g, 'haemo'],
  [/anemi/g, 'anaemi'],
  [/(?<=kal|rubin)emia/g, 'aemia'],
  [/\bedema/g, 'oedema'],
  [/diarrhea/g, 'diarrhoea'],
  [/dyspnea/g, 'dyspnoea'],
  [/leukocyt/g, 'leucocyt'],
  [/leukop(?=en)/g, 'leucop'],
  [/leukapher/g, 'leucapher'],
  [/\bapher/g, 'aphaer'],
  [/pediatric/g, 'paediatric'],
  [/chimeric/g, 'chimaeric'],
  [/tumor/g, 'tumour'],
  [/center/g, 'centre'],
  [/defense/g, 'defence'],
  [/(?<=[a-z]{4})iz(?=ation|ed\b|e\b|ing\b)/g, 'is'],
];
/** The same, whatever the case; pure, so that no script that spells nothing carries it. */
const BRITISH = /* @__PURE__ */ PARTS.map(([american, part]) => [new RegExp(american, 'gi'), part] as const);

/**
 * The British spelling of a form.
 * @param form as written in a term file, American spelling
 * @returns the British form, or undefined where both are spelled alike
 */
export function british(form: string): string | undefined {
  let out = form;
  for (const [american, part] of BRITISH) {
    out = out.replace(american, (found) =>
      found[0] === found[0].toUpperCase() && found[0] !== found[0].toLowerCase()
        ? part[0].toUpperCase() + part.slice(1)
        : part,
    );
  }
  return out === form ? undefined : out;
}
