import assert from "node:assert/strict";
import { join } from "node:path";
import { requireNewFile, requireOutputFolder } from "../../lib/io/require_output_folder.ts";
import { needs } from "../needs.ts";

const permissions = needs({ read: true, write: true });

async function withFolders(check: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    for (const folder of ["images/Ann", "empty", "mine", "around/images"]) {
      await Deno.mkdir(join(root, folder), { recursive: true });
    }
    await Deno.writeTextFile(join(root, "mine", "report.html"), "mine");
    await Deno.writeTextFile(join(root, "empty", ".gitkeep"), "");
    await Deno.symlink(join(root, "images"), join(root, "link"));
    await check(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test({
  name: "files are written into a new or an empty folder, apart from the images, and no other",
  ...permissions,
  fn: () =>
    withFolders(async (root) => {
      const inputs = [join(root, "images"), join(root, "around", "images")];
      const output = (...parts: string[]) => requireOutputFolder(join(root, ...parts), { inputs });
      await output("new");
      await output("new", "below");
      await output("empty");
      await output("images-too");
      const refused = [
        ["mine", /expected a new or an empty folder, got one that holds "report.html"/],
        ["mine/report.html", /expected a folder, got a file/],
        ["mine/report.html/below", /expected a folder, got a file/],
        ["images", /expected a folder outside the images, got one inside/],
        ["images/run", /expected a folder outside the images, got one inside/],
        ["images/Ann/new/run", /expected a folder outside the images, got one inside/],
        ["link/run", /expected a folder outside the images, got one inside/],
        ["around", /expected a folder apart from the images, got one that holds/],
        [".", /expected a folder apart from the images, got one that holds/],
      ] as const;
      for (const [path, message] of refused) {
        await assert.rejects(output(path), { name: "UserError", message }, path);
      }
    }),
});

Deno.test({
  name: "files of an earlier attempt may be there, and no other",
  ...permissions,
  fn: () =>
    withFolders(async (root) => {
      const mayHold = (name: string) => name === "report.html";
      await requireOutputFolder(join(root, "mine"), { inputs: [], mayHold });
      await Deno.writeTextFile(join(root, "mine", "letter.txt"), "");
      await assert.rejects(requireOutputFolder(join(root, "mine"), { inputs: [], mayHold }), {
        message: /holds "letter.txt"/,
      });
    }),
});

Deno.test({
  name: "a file is not written over another, nor over a link to nothing, nor into no folder",
  ...permissions,
  fn: () =>
    withFolders(async (root) => {
      await requireNewFile(join(root, "pairs.txt"), "writePairs");
      await Deno.symlink(join(root, "nothing"), join(root, "dangling"));
      for (const name of ["mine/report.html", "mine", "dangling"]) {
        await assert.rejects(requireNewFile(join(root, name), "writePairs"), {
          name: "UserError",
          message: /it already exists; remove it, or choose another writePairs$/,
        });
      }
      for (const name of ["none/pairs.txt", "mine/report.html/pairs.txt"]) {
        await assert.rejects(requireNewFile(join(root, name), "writePairs"), {
          name: "UserError",
          message: /there is no folder ".*"; make that folder, or choose another writePairs$/,
        });
      }
    }),
});
