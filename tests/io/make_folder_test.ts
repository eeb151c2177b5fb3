import assert from "node:assert/strict";
import { join } from "node:path";
import { makeFolder, makeNewFolder } from "../../lib/io/make_folder.ts";
import { needs } from "../needs.ts";

Deno.test({
  name: "a folder is made, or found; a file or a link in its place is refused",
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      await makeFolder(join(root, "new"));
      await Deno.writeTextFile(join(root, "new", "file"), "");
      await makeFolder(join(root, "new"));
      assert.equal([...Deno.readDirSync(join(root, "new"))].length, 1);
      await Deno.symlink(join(root, "new"), join(root, "link"));
      await Deno.symlink(join(root, "none"), join(root, "nowhere"));
      const cases = [["link", "a link"], ["nowhere", "a link"], ["new/file", "a file"]] as const;
      for (const [name, found] of cases) {
        const path = join(root, name);
        await assert.rejects(makeFolder(path), {
          name: "UserError",
          message: `cannot write into "${path}": expected a folder, got ${found}; remove the ${
            found.slice(2)
          }`,
        });
      }
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});

Deno.test({
  name: "a new folder never is one that is there",
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      const path = join(root, "verification");
      await Deno.symlink(join(root, "nowhere"), `${path}-2`);
      await Deno.writeTextFile(`${path}-4`, "");
      const made = [
        await makeNewFolder(path),
        await makeNewFolder(path),
        await makeNewFolder(path),
      ];
      assert.deepEqual(made, [path, `${path}-3`, `${path}-5`]);
      await assert.rejects(makeNewFolder(join(root, "none", "below")), Deno.errors.NotFound);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
