import * as v from "valibot";
import { truncateName } from "../../language/truncate_name.ts";
import { findOptimizer } from "../../optimizers/registry.ts";
import { UserError } from "../../language/user_error.ts";
import type { MessageValue, UserMessage } from "../../language/user_message.ts";
import { settingsMessages as messages } from "./messages.ts";
import { didYouMean } from "../../options/did_you_mean.ts";
import { optionMessages } from "../../options/messages.ts";
import { describeInput, issueMessage, messageOfIssue } from "../../options/issue_message.ts";
import { settingDefinitions, type TrainSettings } from "./train_settings.ts";

/** What each setting can be, by its key. */
export const settingSchemas = Object.fromEntries(
  Object.entries(settingDefinitions).map(([key, { schema }]) => [key, schema]),
) as { readonly [Key in keyof TrainSettings]: v.GenericSchema<TrainSettings[Key]> };

const settingsSchema = v.strictObject(
  settingSchemas,
  issueMessage(({ expected, input }) => {
    if (expected === "never") return unknownSetting(input, Object.keys(settingSchemas));
    return optionMessages.mismatch({
      expected: expected === "Object" ? messages.settingsByName() : messages.aValue(),
      found: describeInput(input),
      suggestion: "",
    });
  }),
);

const schema: v.GenericSchema<TrainSettings> = v.pipe(
  settingsSchema,
  v.forward(
    v.check(
      ({ optimizer, momentum }) => momentum > 0 || !findOptimizer(optimizer).isScheduleFree,
      issueMessage<TrainSettings>(({ input: { optimizer } }) =>
        optionMessages.mismatch({
          expected: messages.momentum({ optimizer }),
          found: 0,
          suggestion: "",
        })
      ),
    ),
    ["momentum"],
  ),
  v.forward(
    v.check(
      ({ minimumRate, learningRate }) => minimumRate === null || minimumRate <= learningRate,
      issueMessage<TrainSettings>(({ input: { learningRate, minimumRate } }) =>
        optionMessages.mismatch({
          expected: messages.atMostLearningRate({ learningRate }),
          found: minimumRate!,
          suggestion: "",
        })
      ),
    ),
    ["minimumRate"],
  ),
);

/**
 * Checks that settings are complete and in range.
 *
 * @param settings the settings by key
 * @param source what messages call the place that the settings come from
 * @param show how messages show the key of a setting; as an option of the library by default
 * @returns the settings
 * @throws {UserError} on the first setting that is not, with what was expected and found
 */
export function parseSettings(
  settings: unknown,
  source: MessageValue,
  show: (key: string) => MessageValue = asOption,
): TrainSettings {
  const { success, output, issues } = v.safeParse(schema, settings, { abortEarly: true });
  if (success) return output;
  throw new UserError(refusal(source, issues[0], show));
}

/** Shows the key of a setting as an option of the library. */
export function asOption(key: string): MessageValue {
  return { option: key };
}

/** The message that refuses a setting. */
export function refusal(
  source: MessageValue,
  issue: v.BaseIssue<unknown>,
  show: (key: string) => MessageValue,
): UserMessage {
  const fault = messageOfIssue(issue);
  const [key, ...members] = (v.getDotPath(issue) ?? "").split(".");
  if (!key) return messages.cannotUse({ source, fault });
  const setting = show(truncateName(key));
  return messages.cannotUseSetting({
    source,
    setting: members.length === 0
      ? setting
      : messages.member({ setting, member: truncateName(members.join(".")) }),
    fault,
  });
}

/** Says that there is no such setting, and names the nearest one. */
export function unknownSetting(name: unknown, known: readonly string[]): UserMessage {
  const suggestion = didYouMean(name, known);
  return suggestion === "" ? messages.unknown() : messages.unknownNear({ suggestion });
}
