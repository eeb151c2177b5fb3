import { join } from "node:path";
import { cpSync } from "node:fs";
import { drawPatterns, quickSettings } from "../../training/fixtures.ts";
import { slow } from "../../slow.ts";
import { train } from "../../../lib/training/train.ts";
import type { TrainOptions } from "../../../lib/training/train_options.ts";
import type { TrainResult } from "../../../lib/training/train_result.ts";

/** What may stand in the place of a run's file. */
export const replacements = {
  "missing": () => {},
  "empty": (path: string) => Deno.writeFileSync(path, new Uint8Array()),
  "a folder": (path: string) => Deno.mkdirSync(join(path, "inside"), { recursive: true }),
  "a link out of the run": (path: string, root: string) =>
    Deno.symlinkSync(join(root, "elsewhere", "file"), path),
  "a link to a folder out of the run": (path: string, root: string) =>
    Deno.symlinkSync(join(root, "elsewhere"), path),
  "a link to nothing out of the run": (path: string, root: string) =>
    Deno.symlinkSync(join(root, "elsewhere", "new"), path),
  "a link to itself": (path: string) => Deno.symlinkSync(path, path),
  "a device without end": (path: string) => Deno.symlinkSync("/dev/zero", path),
  "larger than memory": (path: string) => {
    Deno.writeFileSync(path, new Uint8Array());
    Deno.truncateSync(path, 2 ** 42);
  },
} as const;

/** All that a run has at its end, and a resumed one reads or writes. */
export const runFiles: readonly string[] = [
  ...["model.safetensors", "metrics.jsonl", "config.json", "checkpoint", "split.json", "seen.txt"],
  ...["checkpoint/state.safetensors", "lock", "duplicates.json", "augmented.png", "report.html"],
  ...["charts", "projector", "projector_config.pbtxt", "charts/roc.png", "events"],
];

/** A folder with a run in it, and beside it images, a cache, and what nobody may touch. */
export class HostileRun {
  private constructor(readonly root: string, readonly run: string) {}

  /** Draws images and trains a run on them; disposed of by `remove`. */
  static async make(): Promise<HostileRun> {
    const root = await Deno.makeTempDir();
    const hostile = new HostileRun(root, join(root, "run"));
    await Deno.mkdir(join(root, "elsewhere"));
    await Deno.writeTextFile(join(root, "elsewhere", "file"), "what nobody may touch\n");
    await drawPatterns(join(root, "data"));
    await hostile.train({ report: slow });
    await Deno.rename(hostile.run, join(root, "whole"));
    hostile.restore();
    return hostile;
  }

  /** Sets the run to what it was. */
  restore(): void {
    try {
      Deno.removeSync(this.run, { recursive: true });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    cpSync(join(this.root, "whole"), this.run, { recursive: true });
  }

  /** The path of one of `runFiles`; that of `weights`, to start from, is the model's. */
  path(name: string): string {
    if (name === "weights") return join(this.run, "model.safetensors");
    if (name !== "events") return join(this.run, name);
    const [events] = [...Deno.readDirSync(this.run)].filter(({ name }) =>
      name.endsWith(".metrics")
    );
    return join(this.run, events!.name);
  }

  /** Puts something else in the place of one of `runFiles`. */
  replace(name: string, kind: keyof typeof replacements): void {
    const path = this.path(name);
    Deno.removeSync(path, { recursive: true });
    replacements[kind](path, this.root);
  }

  train(options: Partial<TrainOptions> = {}): Promise<TrainResult> {
    return train({
      settings: quickSettings(join(this.root, "data"), { epochs: 2 }),
      run: this.run,
      cacheFolder: join(this.root, "cache"),
      report: false,
      ...options,
    });
  }

  /** All that is beside the run and the cache: names, sizes, and when they were written. */
  surroundings(): string {
    const found: string[] = [];
    const visit = (folder: string) => {
      for (const { name, isDirectory } of Deno.readDirSync(folder)) {
        const path = join(folder, name);
        if (path === this.run || path === join(this.root, "cache")) continue;
        const { size, mtime } = Deno.lstatSync(path);
        if (isDirectory) visit(path);
        else found.push(`${path} ${size} ${mtime?.getTime()}`);
      }
    };
    visit(this.root);
    return found.sort().join("\n");
  }

  async remove(): Promise<void> {
    await Deno.remove(this.root, { recursive: true });
  }
}
