import type { VerifyProgress } from "../../lib/verification/mod.ts";
import { translate } from "../language/language.ts";
import { trainingMessages } from "./training_messages.ts";

/** What goes on while a model is measured, for a progress bar. */
export function describeStage({ stage, done, total }: VerifyProgress): string {
  return translate(trainingMessages[stage]({ done, total }));
}
