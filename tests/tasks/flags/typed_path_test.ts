import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { displayPath } from "../../../tasks/flags/display_path.ts";
import { typedPath } from "../../../tasks/flags/typed_path.ts";
import { needs } from "../../needs.ts";

/** Where it was typed, what was, the path for the working directory, and that as it is shown. */
const cases = (cwd: string): [typedIn: string, typed: string, path: string, shown: string][] => [
  ["", "runs/one", "runs/one", "runs/one"],
  [cwd, "./runs/one", "./runs/one", "runs/one"],
  [cwd, "../else", "../else", "../else"],
  [join(cwd, "tests"), "写真", join("tests", "写真"), "写真"],
  [join(cwd, "tests"), "../runs/one", join("runs", "one"), join("..", "runs", "one")],
  [join(cwd, "tests"), "..", ".", ".."],
  [join(cwd, "tests"), ".", "tests", "."],
  [join(cwd, "tests"), "../..", resolve(cwd, ".."), resolve(cwd, "..")],
  [join(cwd, "tests"), "..two", join("tests", "..two"), "..two"],
  [resolve("/elsewhere"), "data", resolve("/elsewhere/data"), resolve("/elsewhere/data")],
  [resolve("/elsewhere"), resolve("/data"), resolve("/data"), resolve("/data")],
  [join(cwd, "tests"), "", "", "."],
];

Deno.test({
  name: "a path is taken from where it was typed, and shown as one would type it there",
  ...needs({ read: true, env: true }),
  fn() {
    const before = Deno.env.get("INIT_CWD");
    try {
      for (const [typedIn, typed, path, shown] of cases(Deno.cwd())) {
        Deno.env.set("INIT_CWD", typedIn);
        assert.equal(typedPath(typed), path);
        if (typed !== "") assert.equal(displayPath(path), shown);
      }
    } finally {
      if (before === undefined) Deno.env.delete("INIT_CWD");
      else Deno.env.set("INIT_CWD", before);
    }
  },
});

Deno.test({
  name: "~ at the start of a path is the home folder",
  ...needs({ read: true, env: true }),
  fn() {
    const variable = Deno.build.os === "windows" ? "USERPROFILE" : "HOME";
    const before = Deno.env.get(variable);
    try {
      const home = resolve("/home/双子");
      Deno.env.set(variable, home);
      assert.equal(typedPath("~"), home);
      assert.equal(typedPath("~/runs/one"), join(home, "runs", "one"));
      assert.equal(typedPath("~ann/runs"), "~ann/runs");
      assert.equal(typedPath("./~"), "./~");
      Deno.env.delete(variable);
      assert.equal(typedPath("~/runs"), "~/runs");
    } finally {
      if (before !== undefined) Deno.env.set(variable, before);
    }
  },
});
