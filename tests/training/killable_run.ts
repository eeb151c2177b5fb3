import { join } from "node:path";
import { fileExists } from "../../lib/io/file_exists.ts";
import { train } from "../../lib/training/train.ts";
import { quickSettings } from "./fixtures.ts";

// A process that trains on `root/data` into `root/NAME`, from where it was killed before; it writes a
// checkpoint after every step, so that a kill may come in the midst of one, and what it is at.

const [root, name] = Deno.args as [string, string];
const run = join(root, name);
await train({
  settings: quickSettings(join(root, "data"), { epochs: 4 }),
  run,
  // Before that there is nothing to go on with.
  resume: await fileExists(join(run, "config.json")),
  // Of its own, so that kills come in the midst of its writing, too.
  cacheFolder: join(root, `${name}-cache`),
  report: false,
  checkpointSeconds: 0,
  onEvent: ({ kind }) => console.log(kind),
});
console.log("done");
Deno.exit(0);
