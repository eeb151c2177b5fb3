import * as v from "valibot";
import { message, type MessageValue } from "../../language/message.ts";
import { findOptimizer } from "../../optimizers/registry.ts";
import { UserError } from "../../language/user_error.ts";
import { didYouMean } from "./did_you_mean.ts";
import { issueMessage, messageOfIssue, pathOfIssue } from "./issue_message.ts";
import { describeInput } from "./number_rules.ts";
import { settingRules } from "./setting_rules.ts";
import type { TrainSettings } from "./train_settings.ts";

const settingsSchema = v.strictObject(
  settingRules,
  issueMessage(({ expected, input }) => {
    if (expected === "never") {
      return message`there is no such setting${
        didYouMean(input, Object.keys(settingRules)) || message`; leave it out`
      }`;
    }
    return expected === "Object"
      ? message`wanted settings by name, found ${describeInput(input)}`
      : message`wanted it set, found ${describeInput(input)}`;
  }),
);

const schema: v.GenericSchema<TrainSettings> = v.pipe(
  settingsSchema,
  v.forward(
    v.check(
      ({ optimizer, momentum }) => momentum > 0 || !findOptimizer(optimizer).isScheduleFree,
      issueMessage<TrainSettings>(({ input }) =>
        message`wanted a number above 0 and below 1 for ${input.optimizer}, found 0`
      ),
    ),
    ["momentum"],
  ),
  v.forward(
    v.check(
      ({ minimumRate, learningRate }) => minimumRate === null || minimumRate <= learningRate,
      issueMessage<TrainSettings>(({ input }) =>
        message`wanted a number of at most the learning rate, ${input.learningRate}, found
          ${input.minimumRate!}`
      ),
    ),
    ["minimumRate"],
  ),
);

/**
 * Checks that settings are complete and in range.
 *
 * @param source what messages call the place that they come from
 * @throws {UserError} on the first setting that is not, with what was wanted and found
 */
export function parseSettings(settings: unknown, source: MessageValue): TrainSettings {
  const { success, output, issues } = v.safeParse(schema, settings, { abortEarly: true });
  if (success) return output;
  const [issue] = issues;
  const setting = pathOfIssue(issue) ?? message`it`;
  throw new UserError(message`cannot use ${source}: ${setting}: ${messageOfIssue(issue)}`);
}
