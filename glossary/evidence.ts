/** What speaks for or against a meaning, each a sum over what stands on the page, weighted by nearness. */
export interface Evidence {
  /** Clear terms of cancer. */
  cancerTerms: number;
  /** Words of cancer talk. */
  cancerWords: number;
  /** Clear terms and words of any medicine. */
  medicine: number;
  /** Other terms that are seldom met outside cancer: ambiguous ones, and clear ones that any medicine shares. */
  telling: number;
  /** Other ambiguous terms of cancer: induction, relapse, maintenance stand together, or transplant and donor. */
  company: number;
  /** 1 where a clear term stands right beside. */
  touching: number;
  /** The concept's own cue words. */
  own: number;
  /** Words of the other meanings that the concept's file names. */
  against: number;
  /** Words of other fields of medicine. */
  otherCare: number;
  /** Words that have nothing to do with medicine. */
  elsewhere: number;
}

/** A candidate has one meaning. */
export const CLEAR = 0;
/** The words beside it or the page's own words settle that the glossary's sense is meant, or that another is. */
export const OURS = 1;
export const OTHER = 2;
/** It is ambiguous and still to be weighed. */
export const OPEN = 3;
/** So it is, but it is an everyday word that nothing beside it nor any word of its own speaks for: it is not in question. */
export const UNHEARD = 4;

/** What the page says as a whole, in distinct concepts and words. */
export interface PageEvidence {
  cancerConcepts: number;
  /** The title or the first heading names a clear term of cancer. */
  titled: boolean;
  medicineConcepts: number;
  cancerWords: number;
  medicineWords: number;
  elsewhere: number;
  /** By topic of context.yaml that is an illness. */
  illnesses: Uint16Array;
}
