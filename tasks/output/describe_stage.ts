import type { VerifyProgress } from "../../mod.ts";
import { phrase } from "../language/language.ts";

/** What is going on while a model is measured, for a progress bar. */
export function describeStage({ stage, done, total }: VerifyProgress): string {
  switch (stage) {
    case "embedding":
      return phrase`embedding: ${done} of ${total} images`;
    case "comparing":
      return phrase`comparing: ${done} of ${total} images`;
    case "resampling":
      return phrase`confidence intervals: ${done} of ${total} draws`;
    case "enrolling":
      return phrase`enrolling: ${done} of ${total} identities`;
  }
}
