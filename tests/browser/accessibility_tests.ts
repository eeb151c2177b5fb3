import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { needs } from "../needs.ts";
import { fullTest } from "../slow.ts";
import { needsChromium, withPage } from "./chromium.ts";
import { exportedSite } from "./exported_site.ts";
import { serveFolder } from "./serve_folder.ts";

const wanted = { read: true, write: true, run: true, net: true, env: true };
const ignore = needs(wanted).ignore || needsChromium().ignore;

/** Asserts that axe finds no fault in the page as it is. */
async function assertAccessible(page: Page, what: string): Promise<void> {
  const { default: axe } = await import("axe-core");
  // The page's policy allows no script of another origin, but what a debugger evaluates.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run()
  );
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  assert.deepEqual(faults, [], what);
}

for (
  const [width, height, scheme, locale] of [
    [360, 740, "dark", "ja-JP"],
    [768, 1024, "light", "en-US"],
    [1440, 900, "dark", "en-US"],
  ] as const
) {
  fullTest({
    name: `axe finds no fault in the page, ${scheme}, in ${locale}, ${width} px wide`,
    ignore,
    async fn() {
      const { site, unseen } = await exportedSite();
      await using host = serveFolder(site);
      const context = { viewport: { width, height }, colorScheme: scheme, locale };
      await withPage({ context }, async (page) => {
        await page.goto(host.url);
        await page.getByRole("tab").first().waitFor();
        await assertAccessible(page, "empty");
        const files = page.getByRole("tabpanel").locator("input[type=file]");
        await files.nth(0).setInputFiles(unseen[0]![0]!);
        await files.nth(1).setInputFiles(unseen[0]![1]!);
        await page.locator(".verdict").waitFor();
        await page.locator("summary").click();
        await assertAccessible(page, "a verdict, and what is known of the model");

        await page.getByRole("tab").nth(1).click();
        await page.locator("input[type=text]").fill("双子");
        await page.locator("form input[type=file]").setInputFiles(unseen[0]!.slice(0, 2));
        await page.locator("h3").waitFor();
        await page.getByRole("tabpanel").locator("input[type=file]").first()
          .setInputFiles(unseen[0]![2]!);
        await page.locator(".verdict:visible").waitFor();
        await assertAccessible(page, "a gallery");
        await page.locator("form button").last().click();
        await page.getByRole("dialog").waitFor();
        await assertAccessible(page, "no camera");
      });
    },
  });
}

fullTest({
  name: "a page that is opened as a file says what to do",
  ignore,
  async fn() {
    const { site } = await exportedSite();
    await withPage({ expectsFaults: true }, async (page) => {
      await page.goto(`${pathToFileURL(site).href}/index.html`);
      await page.getByText(/put the folder on a web server/).first().waitFor();
      await assertAccessible(page, "a box");
    });
  },
});

fullTest({
  name: "a browser without WebAssembly SIMD says so",
  ignore,
  async fn() {
    const { site } = await exportedSite();
    await using host = serveFolder(site);
    await withPage({ expectsFaults: true, context: { locale: "ja-JP" } }, async (page) => {
      await page.route(/\/worker\.js$/, async (route) => {
        const response = await route.fetch();
        const body = `WebAssembly.validate = () => false;${await response.text()}`;
        await route.fulfill({ response, body });
      });
      await page.goto(host.url);
      await page.getByRole("alert").getByText("SIMD").waitFor();
      await assertAccessible(page, "a box");
    });
  },
});
