/**
 * A sample set of cartoon faces to train on.
 *
 * @module
 */
export { createSampleSet, type SampleSetOptions } from "./create_sample_set.ts";
