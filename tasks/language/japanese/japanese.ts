import { commander } from "./commander.ts";
import { data } from "./data.ts";
import { doctor } from "./doctor.ts";
import { help } from "./help.ts";
import { model } from "./model.ts";
import { output } from "./output.ts";
import { settings } from "./settings.ts";
import { training } from "./training.ts";
import { verification } from "./verification.ts";

/** Japanese templates by the English ones that messages, reasons and help texts are written with. */
export const japanese: Readonly<Record<string, string>> = {
  ...commander,
  ...data,
  ...doctor,
  ...help,
  ...model,
  ...output,
  ...settings,
  ...training,
  ...verification,
};
