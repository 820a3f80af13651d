import type { ComponentType } from 'preact';
import type { PictureId } from '../../glossary/schema';
import { AntibodyDrugConjugate } from './antibody-drug-conjugate';
import { CarTJourney } from './car-t-journey';
import { CsfAndOmmaya } from './csf-and-ommaya';
import { TCellEngager } from './t-cell-engager';
import { TreatmentTimeline } from './treatment-timeline';

/** What draws each picture. */
export const pictures: Record<PictureId, ComponentType> = {
  'treatment-timeline': TreatmentTimeline,
  'csf-and-ommaya': CsfAndOmmaya,
  't-cell-engager': TCellEngager,
  'antibody-drug-conjugate': AntibodyDrugConjugate,
  'car-t-journey': CarTJourney,
};
