import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import type { Locator, Page } from "playwright-core";
import { readImage } from "../../lib/images/decode/read_image.ts";
import { resizePixels } from "../../lib/images/decode/resize_pixels.ts";
import { identify } from "../../lib/identification/identify.ts";
import { chooseIdentificationThreshold } from "../../lib/identification/identification_threshold.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { embed } from "../../lib/verification/embed.ts";
import { needs } from "../needs.ts";
import { fullTest } from "../slow.ts";
import { runTask } from "../tasks/start_task.ts";
import { type ChromiumOptions, needsChromium, withPage } from "./chromium.ts";
import { type ExportedSite, exportedSite } from "./exported_site.ts";
import { type ServedFolder, serveFolder } from "./serve_folder.ts";
import { writeCameraFilm } from "./write_camera_film.ts";

const wanted = { read: true, write: true, run: true, net: true, env: true };
const ignore = needs(wanted).ignore || needsChromium().ignore;

/** A test of the page on a host, opened. */
function pageTest(
  name: string,
  options: (site: ExportedSite) => Promise<ChromiumOptions> | ChromiumOptions,
  test: (page: Page, site: ExportedSite, host: ServedFolder) => Promise<void>,
): void {
  fullTest({
    name,
    ignore,
    async fn() {
      const site = await exportedSite();
      await using host = serveFolder(site.site);
      await withPage(await options(site), async (page) => {
        await page.goto(host.url);
        await test(page, site, host);
      });
    },
  });
}

/** People who can be enrolled, and a stranger whom the model takes for none of them, by its own numbers. */
async function castOf({ run, unseen }: ExportedSite) {
  using verifier = await loadVerifier(run, "wasm");
  const embeddings = await Promise.all(unseen.map(async (paths) => {
    const flat = await embed(verifier, await Promise.all(paths.map(readImage)));
    const size = verifier.metadata.embeddingSize;
    return paths.map((path, i) => ({ path, row: flat.subarray(i * size, (i + 1) * size) }));
  }));
  const { threshold } = chooseIdentificationThreshold(verifier.metadata, 6);
  for (const [a, first] of embeddings.entries()) {
    for (const [b, second] of embeddings.entries()) {
      if (a >= b) continue;
      const gallery = [first, second].map((images) => ({
        name: nameOf(images[0]!.path),
        embeddings: images.slice(0, 3).map(({ row }) => row),
      }));
      const who = (row: Float32Array) => identify(gallery, row, threshold).person?.name ?? null;
      const probe = first.slice(3).find(({ row }) => who(row) === gallery[0]!.name);
      const strangers = embeddings.filter((_, i) => i !== a && i !== b).flat();
      const stranger = strangers.find(({ row }) => who(row) === null);
      if (!probe || !stranger) continue;
      return {
        people: [first, second].map((images) => ({
          name: nameOf(images[0]!.path),
          images: images.slice(0, 3).map(({ path }) => path),
        })),
        probe: probe.path,
        stranger: stranger.path,
      };
    }
  }
  throw new Error("the model recognizes nobody");
}

/** The name of an image's folder. */
function nameOf(path: string): string {
  return basename(dirname(path));
}

/** Enrolls somebody as a person does who uses the page in English. */
async function enroll(page: Page, name: string, images: readonly string[]): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Choose images").setInputFiles([...images]);
  await page.getByText(`Enrolled ${name} with ${images.length} images.`).waitFor();
}

/** The verdict in a part of the page that tells of changes. */
function verdictOf(page: Page | Locator): Locator {
  return page.getByRole("status").locator(".verdict");
}

pageTest(
  "two images get the command line's verdict, similarity and rates",
  () => ({}),
  async (page, { run, unseen }) => {
    const [[first, second], [other]] = unseen as [[string, string], [string]];
    for (const pair of [[first, second], [first, other]] as const) {
      const { stdout, stderr } = await runTask("verify.ts", run, [
        ...[...pair, "--model", run, "--backend", "wasm", "--json"],
      ]);
      assert.notEqual(stdout, "", stderr);
      const { same, similarity, threshold } = JSON.parse(stdout);
      await page.getByLabel("Choose a file: first image").setInputFiles(pair[0]);
      await page.getByLabel("Choose a file: second image").setInputFiles(pair[1]);
      const shown = page.getByRole("tabpanel");
      await shown.getByText(similarity.toFixed(4)).waitFor();
      assert.equal(await verdictOf(shown).innerText(), same ? "Same" : "Different");
      assert.match(
        await shown.innerText(),
        new RegExp(`Threshold\\s+${threshold.toFixed(4)}`, "i"),
      );
      assert.match(await shown.innerText(), /this threshold took .* pairs of two different/);
    }
  },
);

pageTest(
  "people are enrolled, identified or unknown, kept without a network, and forgotten",
  () => ({}),
  async (page, site, host) => {
    const { people, probe, stranger } = await castOf(site);
    const open = async () => {
      await page.getByRole("tab", { name: "Who is this?" }).click();
    };
    const ask = async (image: string, expected: string) => {
      await page.getByLabel("Choose a file: image of somebody").setInputFiles(image);
      await verdictOf(page).getByText(expected, { exact: true }).waitFor();
    };
    await open();
    for (const { name, images } of people) await enroll(page, name, images);
    await ask(probe, people[0]!.name);
    await ask(stranger, "Unknown");
    assert.match(
      await page.getByRole("tabpanel").innerText(),
      /With 6 images enrolled, a stranger is taken for somebody in/,
    );

    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await host[Symbol.asyncDispose]();
    await page.reload();
    await open();
    await ask(stranger, "Unknown");
    await ask(probe, people[0]!.name);
    assert.ok(await page.evaluate(() => crossOriginIsolated));

    await page.getByRole("button", { name: `Forget: ${people[0]!.name}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Forget" }).click();
    await page.getByRole("heading", { name: "1 person" }).waitFor();
    await page.reload();
    await open();
    await page.getByRole("heading", { name: "1 person" }).waitFor();
  },
);

/** Shows one image large in the middle, as a camera does. */
async function film(path: string): Promise<string> {
  const size = 480, square = resizePixels(await readImage(path), size);
  const file = await Deno.makeTempFile({ suffix: ".y4m" });
  await writeCameraFilm(file, [square]);
  return file;
}

const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

pageTest(
  "on a phone in Japanese, somebody is enrolled and recognized by the camera",
  async (site) => ({
    camera: await film((await castOf(site)).people[0]!.images[0]!),
    context: { ...phone, locale: "ja-JP", permissions: ["camera"] },
  }),
  async (page) => {
    assert.equal(await page.locator("html").getAttribute("lang"), "ja");
    await page.getByRole("tab", { name: "これは誰?" }).click();
    await page.getByLabel("名前").fill("双子の兄");
    await page.getByRole("button", { name: "カメラで撮る", exact: true }).click();
    await page.getByRole("button", { name: "撮影する" }).click();
    await page.getByText("双子の兄 を画像1枚で登録").waitFor();
    await page.getByRole("button", { name: "閉じる" }).click();
    await page.getByRole("heading", { name: "双子の兄" }).waitFor();
    await page.getByRole("button", { name: "カメラで調べ続ける" }).click();
    await verdictOf(page.getByRole("dialog")).getByText("双子の兄").waitFor();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    assert.equal(scrollWidth, clientWidth, "the page is wider than the phone");
  },
);
