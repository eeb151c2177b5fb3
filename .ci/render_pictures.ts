import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { exportSite } from "../lib/web/site/export_site.ts";
import { withPage } from "../tests/browser/chromium.ts";
import { serveFolder } from "../tests/browser/serve_folder.ts";

/*
 * Renders the README's pictures into data/pictures with Chromium: the report of a run on the sample set,
 * two verifications with it, and its page, on a screen and on a phone.
 *
 *     deno task train --seed 0 --out runs/faces
 *     deno run --allow-all .ci/render_pictures.ts runs/faces
 */

const root = join(import.meta.dirname!, "..");
const sample = join(root, "data", "sample");
const run = resolve(Deno.args[0]!);

/** Identities that the run of seed 0 holds out. */
const pairs = [["Olga/01.jpg", "Olga/02.jpg"], ["Olga/01.jpg", "Kofi/01.jpg"]] as const;

const charts = ["similarities", "roc"].map((name) =>
  `<img class="chart" src="${pathToFileURL(join(run, "charts", `${name}.svg`)).href}">`
);
const report = pathToFileURL(join(run, "report.html")).href;
await screenshot(
  "report",
  1400,
  800,
  `<iframe src="${report}"></iframe><div>${charts.join("")}</div>`,
);

const verifications = await Promise.all(pairs.map(async (pair) => {
  const faces = pair.map((image) =>
    `<figure><img src="${pathToFileURL(join(sample, image)).href}">${image}</figure>`
  );
  return `<div class="terminal"><header>${faces.join("")}</header><pre>${await verify(
    pair,
  )}</pre></div>`;
}));
await screenshot("verification", 1400, 400, verifications.join(""));

const site = await Deno.makeTempDir();
await exportSite(run, join(site, "page"));
const [screen, phone] = [join(site, "screen.png"), join(site, "phone.png")];
await photographPage({ width: 960, height: 760 }, screen, async (page) => {
  for (const [i, image] of pairs[0].entries()) await choose(page, i, image);
});
await photographPage({ width: 360, height: 760 }, phone, async (page) => {
  await page.getByRole("tab").last().click();
  for (const name of ["Olga", "Kofi"]) {
    await page.getByLabel("Name", { exact: true }).fill(name);
    const images = [1, 2, 3].map((image) => join(sample, name, `0${image}.jpg`));
    await page.getByLabel("Choose images").setInputFiles(images);
    await page.getByRole("heading", { name }).waitFor();
  }
  await choose(page, 0, "Olga/04.jpg");
});
await screenshot(
  "page",
  1380,
  782,
  [screen, phone].map((image) => `<img class="page" src="${pathToFileURL(image).href}">`).join(""),
);
await Deno.remove(site, { recursive: true });

/** Takes a picture of the exported page after it was used. */
async function photographPage(
  viewport: { width: number; height: number },
  path: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  await using host = serveFolder(join(site, "page"));
  await withPage({ context: { viewport } }, async (page) => {
    await page.goto(host.url);
    await use(page);
    await page.locator(".verdict:visible").waitFor();
    await page.evaluate("scrollTo(0, 0)");
    await page.screenshot({ path });
  });
}

/** Chooses an image of the sample set for a slot of the page. */
async function choose(page: Page, slot: number, image: string): Promise<void> {
  const files = page.getByRole("tabpanel").locator("input[type=file]");
  await files.nth(slot).setInputFiles(join(sample, image));
}

/** The command as a user types it, and what it prints up to the first blank line. */
async function verify(images: readonly [string, string]): Promise<string> {
  const { stdout } = await new Deno.Command("deno", {
    args: ["task", "--quiet", "verify", ...images, "--model", run, "--lang", "en"],
    cwd: sample,
    env: { INIT_CWD: sample },
  }).output();
  const [table] = new TextDecoder().decode(stdout).split("\n\n");
  return `<b>$ deno task verify ${images.join(" ")}</b>\n${table}`;
}

async function screenshot(name: string, width: number, height: number, body: string) {
  const page = await Deno.makeTempFile({ suffix: ".html" });
  await Deno.writeTextFile(
    page,
    `<meta charset="utf-8"><style>
      body { display: flex; gap: 16px; margin: 0; background: #fff; font: 16px sans-serif; }
      iframe { flex: 1; height: ${height - 2}px; border: 1px solid #ccc; border-radius: 8px; }
      .terminal { flex: 1; overflow: hidden; border-radius: 8px; background: #1d1f24; color: #ddd; }
      header { display: flex; gap: 24px; padding: 20px 28px 8px; }
      figure { margin: 0; text-align: center; }
      img { display: block; width: 112px; height: 112px; border-radius: 6px; margin-bottom: 8px; }
      .chart { width: 520px; height: auto; }
      .page { width: auto; height: ${height - 20}px; border: 1px solid #ccc; border-radius: 12px; }
      pre { margin: 8px 28px; font: 14.5px/1.6 "DejaVu Sans Mono", monospace; }
      b { color: #8fd18f; }
    </style>${body}`,
  );
  const { success } = await new Deno.Command("chromium", {
    args: [
      ...["--headless", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=3000"],
      ...[`--window-size=${width},${height}`],
      ...[`--screenshot=${join(root, "data", "pictures", `${name}.png`)}`, page],
    ],
    stderr: "null",
  }).output();
  await Deno.remove(page);
  if (!success) throw new Error(`Chromium could not render ${name}`);
}
