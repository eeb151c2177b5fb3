import { newestRun } from "../lib/model_file/mod.ts";
import { findDefinition } from "../lib/options/mod.ts";
import { targets } from "./export/targets.ts";
import { displayPath } from "./flags/display_path.ts";
import { exportCommand } from "./flags/export_command.ts";
import { currentLanguage, translate } from "./language/language.ts";
import { exportMessages } from "./output/export_messages.ts";
import { printJson } from "./output/print_json.ts";
import { runTask } from "./output/run_task.ts";

await runTask("export", async () => {
  const command = exportCommand(currentLanguage(), targets).parse(Deno.args, { from: "user" });
  const { to, out, model, json } = command.opts();
  const target = findDefinition(targets, to, exportMessages.target());
  await target.requireOut(out);
  const { message, figures } = await target.write(model ?? await newestRun("runs"), out);
  if (json) printJson({ to: target.name, out: displayPath(out), ...figures });
  else console.log(translate(message));
});
