import { examineMachine } from "../lib/doctor/mod.ts";
import { doctorCommand } from "./flags/doctor_command.ts";
import { currentLanguage, translate } from "./language/language.ts";
import { doctorReportMessages as messages } from "./output/doctor_messages.ts";
import { doctorReport } from "./output/doctor_report.ts";
import { printJson } from "./output/print_json.ts";
import { runTask } from "./output/run_task.ts";

await runTask("doctor", async () => {
  const command = doctorCommand(currentLanguage());
  const { json } = command.parse(Deno.args, { from: "user" }).opts();
  const diagnosis = await examineMachine({
    folder: Deno.cwd(),
    onBackend: (name, count) => console.error(translate(messages.checking({ count, name }))),
  });
  if (json) printJson(diagnosis);
  else console.log(doctorReport(diagnosis));
  return diagnosis.ok ? 0 : 2;
});
