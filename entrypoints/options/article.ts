/*
 * Sample texts, not to be translated: terms are looked for in English text.
 */

/** What the options show as the settings would light it. */
export const ARTICLE = [
  { heading: true, text: 'How treatment begins' },
  {
    heading: false,
    text: 'The first phase is called induction. Chemotherapy with vincristine and a steroid aims at remission. For Ph+ ALL a TKI such as imatinib is added. A lumbar puncture shows whether the spinal fluid is clear, and chemotherapy may be given there too. Platelets are often low, and a fever has to be reported.',
  },
  { heading: true, text: 'What comes after' },
  {
    heading: false,
    text: 'In consolidation, blinatumomab may follow. MRD tests look for the last leukemia cells. Maintenance then goes on for about two years, with methotrexate and 6-mercaptopurine in low doses. Another lumbar puncture may be planned, and chemotherapy goes on.',
  },
];

/** What the first-run page shows. */
export const PARAGRAPH = [
  {
    heading: false,
    text: 'After induction, the doctors look for MRD. If the leukemia is in remission, consolidation follows, for some people with blinatumomab. Chemotherapy given through a lumbar puncture guards the brain and spinal cord.',
  },
];
