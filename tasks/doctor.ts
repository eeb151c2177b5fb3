import { examineMachine } from "../mod.ts";
import { doctorCommand as command } from "./flags/doctor_command.ts";
import { doctorReport } from "./output/doctor_report.ts";
import { phrase } from "./language/language.ts";
import { runTask } from "./output/run_task.ts";

await runTask("doctor", async () => {
  const { json } = command.parse(Deno.args, { from: "user" }).opts();
  const diagnosis = await examineMachine({
    folder: Deno.cwd(),
    onBackend: (name, kernels) => console.error(phrase`checking ${kernels} kernels on ${name}`),
  });
  console.log(json ? JSON.stringify(diagnosis, null, 2) : doctorReport(diagnosis));
  return diagnosis.ok ? 0 : 2;
});
