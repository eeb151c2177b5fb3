import { createHash } from "node:crypto";
import { join } from "node:path";
import process from "node:process";
import { formatMessage } from "../../../../lib/language/user_message.ts";
import { inspectImage } from "../../../../lib/images/formats/inspect_image.ts";
import { readWholeFile } from "../../../../lib/io/read_whole_file.ts";
import { DecodePool } from "../../../../lib/images/decode/decode_pool.ts";

// A process that does with the files of a folder what a training run does, in the order of their
// names, one at a time: looks at their headers, and has a worker decode them. It tells of each what
// became of it as soon as it is known, and what that took.

/** What became of a file. */
export interface Outcome {
  readonly name: string;
  /** What the header tells against it; null for nothing. */
  readonly header: string | null;
  /** Why there are no pixels; null where there are. */
  readonly reason: string | null;
  /** Of all threads together. */
  readonly processorMilliseconds: number;
  /** Most that the process grew by, in MiB, since the first file, as seen every few milliseconds. */
  readonly grown: number;
}

const [folder] = Deno.args as [string];
const pool = new DecodePool(1);
let before: number | undefined;
let most = 0;
const look = () => most = Math.max(most, Deno.memoryUsage().rss);
setInterval(look, 5);
for (const { name } of [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1)) {
  const path = join(folder, name);
  most = 0;
  const start = process.cpuUsage();
  const bytes = await readWholeFile(path);
  const header = inspectImage(bytes);
  const hash = createHash("sha256").update(bytes).digest("hex");
  bytes.buffer.transfer(0);
  const reply = await pool.add({ path, hash, size: 224, fit: "stretch" }).reply;
  const { user, system } = process.cpuUsage(start);
  look();
  before ??= most;
  const outcome: Outcome = {
    name,
    header: "code" in header ? formatMessage(header) : null,
    reason: "reason" in reply ? formatMessage(reply.reason) : null,
    processorMilliseconds: (user + system) / 1000,
    grown: (most - before) / 2 ** 20,
  };
  console.log(JSON.stringify(outcome));
}
pool.close();
Deno.exit(0);
