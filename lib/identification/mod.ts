/**
 * Identification: one probe against a gallery of people, or nobody of them.
 *
 * @module
 */
export { describeFpir } from "./describe_fpir.ts";
export { countImages, type Gallery, type Person } from "./gallery.ts";
export {
  chooseIdentificationThreshold,
  defaultFpir,
  type IdentificationThreshold,
} from "./identification_threshold.ts";
export { type Candidate, type Identification, identify } from "./identify.ts";
export { isSameName, personName } from "./person_name.ts";
