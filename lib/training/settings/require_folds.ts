import { UserError } from "../../language/user_error.ts";
import { settingsMessages } from "./messages.ts";
import { defaultSettings, type TrainSettings } from "./train_settings.ts";

/**
 * Checks that no setting asks to hold out other identities than those of the folds, or lets the clock or
 * the identities that are to be measured decide on how a fold trains.
 *
 * @throws {UserError} if one does
 */
export function requireFolds(settings: TrainSettings): void {
  if (settings.folds === null) return;
  const other =
    (["validationData", "testData", "validation", "test", "minutes", "earlyStop"] as const)
      .find((key) => settings[key] !== defaultSettings[key]) ??
      (settings.schedule === "plateau" ? "schedule" : undefined);
  if (other === undefined) return;
  const options = { folds: { option: "folds" }, other: { option: other } };
  throw new UserError(settingsMessages.foldsMisfit(options));
}
