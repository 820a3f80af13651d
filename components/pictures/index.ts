import type { ComponentType } from 'preact';
import { AntibodyDrugConjugate, strings as antibodyDrugConjugate } from './antibody-drug-conjugate';
import { CarTJourney, strings as carTJourney } from './car-t-journey';
import { CsfAndOmmaya, strings as csfAndOmmaya } from './csf-and-ommaya';
import type { PictureProps } from './parts';
import { TCellEngager, strings as tCellEngager } from './t-cell-engager';
import { TreatmentTimeline, strings as treatmentTimeline } from './treatment-timeline';

export type { PictureProps };

/** In the order in which a panel would list them. */
export const pictureIds = [
  'treatment-timeline',
  'csf-and-ommaya',
  't-cell-engager',
  'antibody-drug-conjugate',
  'car-t-journey',
] as const;

export type PictureId = (typeof pictureIds)[number];

export const pictures: Record<PictureId, { title: string; Picture: ComponentType<PictureProps> }> = {
  'treatment-timeline': { title: treatmentTimeline.title, Picture: TreatmentTimeline },
  'csf-and-ommaya': { title: csfAndOmmaya.title, Picture: CsfAndOmmaya },
  't-cell-engager': { title: tCellEngager.title, Picture: TCellEngager },
  'antibody-drug-conjugate': { title: antibodyDrugConjugate.title, Picture: AntibodyDrugConjugate },
  'car-t-journey': { title: carTJourney.title, Picture: CarTJourney },
};
