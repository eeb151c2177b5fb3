import { taskCommand } from "./command.ts";

/** The flags of `deno task doctor`. */
export const doctorCommand = taskCommand(
  "doctor",
  "Tells what this machine offers to training, and checks every kernel against its reference on it.\n" +
    "Exit code 0 where training is possible, 2 where a kernel is wrong or no backend works.",
)
  .option("--json", "one JSON document on stdout", false);
