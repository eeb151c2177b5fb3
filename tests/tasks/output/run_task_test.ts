import assert from "node:assert/strict";
import { defineMessages, UserError } from "../../../lib/language/mod.ts";
import { describeError } from "../../../tasks/output/describe_error.ts";
import { needs } from "../../needs.ts";

Deno.test("an error that you can fix is one line; a bug shows its stack", () => {
  const { folder } = defineMessages("try", {
    folder: { en: "cannot open {path}", ja: "{path} を開けません" },
  });
  assert.equal(
    describeError(new UserError(folder({ path: "a\n\u001bb" }))),
    "cannot open a \\u001bb",
  );
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
    assert.doesNotMatch(describeError(error), /\p{Cc}|bug/u, error.message);
  }
  const asked = 'Requires all access to "/dev/shm/faces", run again with the --allow-all flag';
  assert.match(
    describeError(new Deno.errors.NotCapable(asked)),
    /^not permitted: Requires all access to "\/dev\/shm\/faces": Deno keeps [^\n]+ name another/,
  );
  const fault = describeError(new TypeError("oops"));
  assert.match(fault, /bug in Futago.*report/);
  assert.match(fault, /run_task_test\.ts/);
  assert.match(describeError("a string"), /bug in Futago[^]*a string/);
});

Deno.test({
  name: "a task ends with the action's number, with 0, or with 2 and a line on stderr",
  ...needs({ read: true, run: true }),
  async fn() {
    const root = new URL("../../../", import.meta.url);
    const run = async (body: string) => {
      const code = `
        import { runTask } from "./tasks/output/run_task.ts";
        import { taskCommand } from "./tasks/flags/command.ts";
        import { defineMessages, UserError } from "./lib/language/mod.ts";
        const { late } = defineMessages("try", { late: { en: "no folder x", ja: "なし" } });
        const texts = { en: "Tries things.", ja: "試します。" };
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
      run("throw new UserError(late())"),
      run("null.x"),
      run(
        "Promise.reject(new UserError(late())); await new Promise(() => setInterval(() => {}, 9))",
      ),
      run("taskCommand('try', texts, 'en').parse(['--help'], { from: 'user' })"),
      run("taskCommand('try', texts, 'en').parse(['--nope'], { from: 'user' })"),
    ]);
    assert.deepEqual(one, { exit: 1, stdout: "", stderr: "" });
    assert.deepEqual(none, { exit: 0, stdout: "", stderr: "" });
    assert.deepEqual(mistake, { exit: 2, stdout: "", stderr: "try: no folder x\n" });
    assert.equal(fault.exit, 2);
    assert.match(fault.stderr, /^try: this is a bug in Futago; please report it\nTypeError/);
    assert.deepEqual(stray, { exit: 2, stdout: "", stderr: "try: no folder x\n" });
    assert.equal(help.exit, 0);
    assert.match(help.stdout, /Usage: deno task try/);
    assert.equal(help.stderr, "");
    assert.deepEqual(flag, {
      exit: 2,
      stdout: "",
      stderr: "try: unknown option --nope; see --help\n",
    });
  },
});
