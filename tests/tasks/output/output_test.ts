import assert from "node:assert/strict";
import { escapeControls, message, UserError } from "../../../mod.ts";
import {
  choice,
  fraction,
  namedValue,
  numberAsTyped,
  taskCommand,
  typedFlags,
  wholeNumber,
} from "../../../tasks/flags/command.ts";
import { describeError } from "../../../tasks/output/describe_error.ts";
import { titledList } from "../../../tasks/output/titled_list.ts";
import { plainLines } from "../../../tasks/output/progress.ts";
import { showTraining } from "../../../tasks/output/show_training.ts";
import { renderTable } from "../../../tasks/output/table.ts";
import { needs } from "../../needs.ts";
import { imageMessages } from "../../../lib/images/formats/messages.ts";

function failureOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return describeError(error);
  }
  throw new Error("nothing was thrown");
}

const parse = (...args: string[]) =>
  taskCommand("try", "Try things.")
    .option("--count <n>", "a count", wholeNumber(2, 9), 4)
    .option("--far <share>", "a rate", fraction)
    .argument("[folder]")
    .parse(args, { from: "user" });

Deno.test("flags are read, and defaults stand in for those not given", () => {
  assert.deepEqual(parse("--far", "0.01", "写真").opts(), { count: 4, far: 0.01 });
  assert.deepEqual(parse("写真").args, ["写真"]);
});

Deno.test("an unknown flag, a missing value and a bad value are one line each", () => {
  const unknown = failureOf(() => parse("--cuont", "3"));
  assert.match(unknown, /unknown option '--cuont'.*--count/);
  const missing = failureOf(() => parse("--count"));
  assert.match(missing, /--count/);
  const bad = failureOf(() => parse("--count", "12"));
  assert.match(bad, /--count.*a whole number from 2 to 9.*"12"/);
  const tooMany = failureOf(() => parse("a", "b"));
  assert.match(tooMany, /too many arguments/);
  for (const text of [unknown, missing, bad, tooMany]) assert(!text.includes("\n"), text);
});

Deno.test("numbers are taken in decimal notation and in range only", () => {
  assert.equal(wholeNumber(0)("0"), 0);
  assert.equal(numberAsTyped("1e-3"), 0.001);
  assert.equal(numberAsTyped("-.5"), -0.5);
  assert.equal(fraction(".5"), 0.5);
  assert.equal(fraction("1"), 1);
  for (const text of ["", " ", "1.5", "0x10", "-1", "1_000", "NaN", "Infinity", "１"]) {
    assert.throws(() => wholeNumber(0)(text), /a whole number of at least 0/, text);
  }
  for (const text of ["Infinity", "1e999", "", "0x10", "1,5", "one"]) {
    assert.equal(numberAsTyped(text), text);
  }
  for (const text of ["-0.1", "1.01", "50%", ""]) {
    assert.throws(() => fraction(text), /a number from 0 to 1/, text);
  }
});

Deno.test("named values gather, and keep what is no number", () => {
  const options = ["a=0.5", "b=true", "c=hard", "a=1=2"].reduce(
    (others, text) => namedValue(text, others),
    {},
  );
  assert.deepEqual(options, { a: "1=2", b: true, c: "hard" });
  assert.deepEqual(Object.keys(namedValue("__proto__=1")), ["__proto__"]);
  assert.throws(() => namedValue("a"), /name=value.*"a"/);
});

Deno.test("flags that were typed are told from those by default; choices are left to the library", () => {
  const command = taskCommand("try", "Try things.")
    .option("--count <n>", "a count", wholeNumber(2, 9), 4)
    .addOption(choice("--miner <name>", "a miner", ["all", "hard"], "all"))
    .option("--no-decay", "none");
  command.parse(["--miner", "hrad", "--no-decay"], { from: "user" });
  assert.deepEqual(typedFlags(command as never), { miner: "hrad", decay: false });
});

Deno.test("what the user can mend is one line; a fault of ours shows its stack", () => {
  assert.equal(describeError(new UserError(message`cannot open${"\n  "}x`)), "cannot open x");
  const full = Object.assign(new Error("No space left on device"), { code: "ENOSPC" });
  for (
    const error of [
      new Deno.errors.NotFound("No such file: open 'a\nb'"),
      new Deno.errors.PermissionDenied("Permission denied: open 'a'"),
      new Deno.errors.NotCapable('Requires write access to "a"'),
      new Deno.errors.BrokenPipe("Broken pipe"),
      new Deno.errors.IsADirectory("Is a directory: readfile 'a'"),
      new Deno.errors.NotADirectory("Not a directory: readfile 'a/b'"),
      new Deno.errors.AlreadyExists("File exists: mkdir 'a'"),
      Object.assign(new Error("File name too long: stat 'aaaa'"), { code: "ENAMETOOLONG" }),
      new Deno.errors.FilesystemLoop("Too many levels: stat 'a\u001b[2J'"),
      full,
    ]
  ) {
    assert.doesNotMatch(describeError(error), /\p{Cc}|fault/u, error.message);
  }
  const asked = 'Requires all access to "/dev/shm/faces", run again with the --allow-all flag';
  assert.match(
    describeError(new Deno.errors.NotCapable(asked)),
    /^not permitted: Requires all access to "\/dev\/shm\/faces": Deno keeps [^\n]+ name another/,
  );
  const fault = describeError(new TypeError("oops"));
  assert.match(fault, /fault in Futago.*report/);
  assert.match(fault, /terminal_test\.ts/);
  assert.match(describeError("a string"), /fault in Futago[^]*a string/);
});

Deno.test("names of files move no cursor, break no line and turn no letters round", () => {
  const hostile = "a\u001b[2J\n\r\u009b1A\u202eb";
  const shown = "a\\u001b[2J\\u000a\\u000d\\u009b1A\\u202eb";
  assert.equal(escapeControls(hostile), shown);
  assert.equal(escapeControls("双子 é 😀"), "双子 é 😀");
  assert.equal(
    titledList("Left out", [hostile], (path) => `${path}: x`),
    [
      "Left out (1):",
      `  ${shown}: x`,
    ].join("\n"),
  );
  const lines: string[] = [];
  const { error } = console;
  console.error = (line: string) => lines.push(line);
  try {
    showTraining(false).event({ kind: "skipped", path: hostile, reason: imageMessages.cutShort() });
  } finally {
    console.error = error;
  }
  assert.deepEqual(lines, [`skipped ${shown}: image is cut short`]);
});

Deno.test("a table aligns by terminal cells, Japanese included", () => {
  assert.equal(
    renderTable([["images", "10"], ["双子", "2"], ["", "x"], ["é", ""]]),
    ["images  10", "双子    2", "        x", "é"].join("\n"),
  );
  assert.equal(renderTable([]), "");
});

Deno.test("without a terminal progress is a first line, notes and a last line", () => {
  const lines: string[] = [];
  const progress = plainLines("training", 4, (line) => lines.push(line));
  progress.update(1, "loss 0.5");
  progress.update(2, "loss 0.4");
  progress.note("look");
  progress.stop();
  progress.update(4);
  progress.stop();
  progress.stop();
  assert.equal(lines[0], "training 25% | loss 0.5");
  assert.deepEqual(lines.slice(-2), ["look", "training 100%"]);
});

Deno.test({
  name: "a task ends with its number, with 0, or with 2 and a line on stderr",
  ...needs({ read: true, run: true }),
  async fn() {
    const root = new URL("../../", import.meta.url);
    const run = async (body: string) => {
      const code = `
        import { runTask } from "./tasks/output/run_task.ts";
        import { taskCommand } from "./tasks/flags/command.ts";
        import { message, UserError } from "./mod.ts";
        await runTask("try", async () => { ${body} });`;
      const { code: exit, stdout, stderr } = await new Deno.Command("deno", {
        args: ["eval", "--ext=ts", "--no-check", code],
        cwd: root,
        env: { NO_COLOR: "1", LC_ALL: "C" },
      }).output();
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      return { exit, stdout: text(stdout), stderr: text(stderr) };
    };
    const [one, none, mistake, fault, stray, help, flag] = await Promise.all([
      run("return 1"),
      run("setInterval(() => {}, 1000)"),
      run("throw new UserError(message`no folder x`)"),
      run("null.x"),
      run(
        "Promise.reject(new UserError(message`late`)); await new Promise(() => setInterval(() => {}, 9))",
      ),
      run("taskCommand('try', 'Try things.').parse(['--help'], { from: 'user' })"),
      run("taskCommand('try', 'Try things.').parse(['--nope'], { from: 'user' })"),
    ]);
    assert.deepEqual(one, { exit: 1, stdout: "", stderr: "" });
    assert.deepEqual(none, { exit: 0, stdout: "", stderr: "" });
    assert.deepEqual(mistake, { exit: 2, stdout: "", stderr: "try: no folder x\n" });
    assert.equal(fault.exit, 2);
    assert.match(fault.stderr, /^try: this is a fault in Futago, please report it\nTypeError/);
    assert.deepEqual(stray, { exit: 2, stdout: "", stderr: "try: late\n" });
    assert.equal(help.exit, 0);
    assert.match(help.stdout, /Usage: deno task try/);
    assert.equal(help.stderr, "");
    assert.deepEqual(flag, { exit: 2, stdout: "", stderr: "try: unknown option '--nope'\n" });
  },
});
