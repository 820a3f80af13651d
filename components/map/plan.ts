import { i18n } from '../../lib/i18n';

/** A way into the glossary: a concept, and the words for it on the map where its headword is too long. */
export interface Stop {
  id: string;
  label?: string;
}

/** One kind of ALL: a lane through the phases. */
export interface Lane {
  kind: Stop;
  induction: Stop[];
  consolidation: Stop[];
  maintenance: Stop[];
  relapse: Stop[];
}

const PHASES = ['induction', 'consolidation', 'maintenance'] as const;
export type Phase = (typeof PHASES)[number];

const stops = (...ids: string[]): Stop[] => ids.map((id) => ({ id }));

/** What the map shows. The treatments of each cell are those that the glossary's own notes name for it. */
export function treatmentPlan() {
  const tki: Stop = { id: 'tyrosine-kinase-inhibitor', label: i18n.t('map.tki') };
  const inotuzumab: Stop = { id: 'inotuzumab-ozogamicin', label: i18n.t('map.inotuzumab') };
  const combination: Stop = { id: 'combination-chemotherapy', label: i18n.t('map.combination') };
  const highDose: Stop = { id: 'high-dose-chemotherapy', label: i18n.t('map.highDose') };
  const lowDose: Stop = { id: 'low-intensity-chemotherapy', label: i18n.t('map.lowDose') };
  const transplant: Stop = { id: 'stem-cell-transplant', label: i18n.t('map.transplant') };
  const carT: Stop = { id: 'car-t-cell-therapy', label: i18n.t('map.carT') };

  const lanes: Lane[] = [
    {
      kind: { id: 'ph-negative-all', label: i18n.t('map.phNegative') },
      induction: [combination, ...stops('cyclophosphamide', 'pegaspargase'), highDose, ...stops('rituximab')],
      consolidation: [highDose, ...stops('blinatumomab'), inotuzumab, transplant],
      maintenance: [
        ...stops('methotrexate'),
        { id: 'mercaptopurine' },
        ...stops('vincristine', 'prednisone', 'blinatumomab'),
      ],
      relapse: [...stops('blinatumomab'), inotuzumab, carT],
    },
    {
      kind: { id: 'ph-positive-all', label: i18n.t('map.phPositive') },
      induction: [tki, ...stops('imatinib', 'dasatinib', 'ponatinib', 'chemotherapy', 'blinatumomab')],
      consolidation: [tki, ...stops('chemotherapy', 'blinatumomab'), transplant],
      maintenance: [tki, lowDose],
      relapse: [
        { id: 'tyrosine-kinase-inhibitor', label: i18n.t('map.otherTki') },
        ...stops('blinatumomab'),
        inotuzumab,
        carT,
      ],
    },
    {
      kind: { id: 't-cell-all' },
      induction: [combination, ...stops('cyclophosphamide'), highDose],
      consolidation: [combination, highDose, transplant],
      maintenance: [lowDose, ...stops('nelarabine')],
      relapse: stops('nelarabine', 'chemotherapy'),
    },
  ];
  return {
    start: stops('diagnosis', 'b-cell-all', 't-cell-all', 'philadelphia-chromosome', 'prognostic-factors'),
    phases: [
      { id: 'induction', time: i18n.t('map.inductionTime') },
      { id: 'consolidation', time: i18n.t('map.consolidationTime') },
      { id: 'maintenance', time: i18n.t('map.maintenanceTime') },
    ] satisfies { id: Phase; time: string }[],
    lanes,
    cns: [
      { id: 'intrathecal-chemotherapy', label: i18n.t('map.intrathecal') },
      ...stops('lumbar-puncture', 'ommaya-reservoir'),
      highDose,
      { id: 'radiation-therapy', label: i18n.t('map.radiation') },
    ] satisfies Stop[],
    checks: [
      { id: 'complete-remission' },
      { id: 'measurable-residual-disease', label: i18n.t('map.mrd') },
      { id: 'bone-marrow-test' },
    ] satisfies Stop[],
    /** After a relapse, whatever the kind. */
    after: [
      { id: 'second-remission' },
      transplant,
      { id: 'donor-lymphocyte-infusion', label: i18n.t('map.dli') },
      ...stops('clinical-trial', 'supportive-care'),
    ] satisfies Stop[],
  };
}
export type TreatmentPlan = ReturnType<typeof treatmentPlan>;
