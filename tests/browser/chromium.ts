import type { Browser, BrowserContext, Page } from "playwright-core";

const executablePath = "/usr/bin/chromium";

/** Options of a test that needs Chromium: without it the test is ignored, by name. */
export function needsChromium(): { ignore: boolean } {
  try {
    return { ignore: !Deno.statSync(executablePath).isFile };
  } catch {
    return { ignore: true };
  }
}

/** Flags that keep Chromium to itself, as it should be in a test. */
const quiet = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** WebGPU on SwiftShader. */
const softwareWebGpu = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
const fakeCamera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** How a test's Chromium is set up. */
export interface ChromiumOptions {
  /** A y4m file that the camera shows in a loop; without it there is no camera. */
  readonly camera?: string;
  /** True for WebGPU on SwiftShader; false by default. */
  readonly webgpu?: boolean;
  /** True if the page may report errors; false by default. */
  readonly expectsFaults?: boolean;
  /** What the context of pages is like: its viewport, language, color scheme. */
  readonly context?: Parameters<Browser["newContext"]>[0];
}

/**
 * Opens a page in a Chromium of its own, and closes it after the test. Errors of the page, and requests
 * to other hosts, fail the test.
 */
export async function withPage(
  { camera, webgpu = false, expectsFaults = false, context: contextOptions = {} }: ChromiumOptions,
  test: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  // Playwright looks for Windows in /proc, which Deno allows only with all permissions.
  Deno.env.set("__IS_WSL_TEST__", "1");
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...quiet,
      ...(webgpu ? softwareWebGpu : ["--disable-gpu"]),
      ...(camera ? [...fakeCamera, `--use-file-for-fake-video-capture=${camera}`] : []),
    ],
  });
  try {
    const context = await browser.newContext(contextOptions);
    // A busy machine takes its time.
    context.setDefaultTimeout(120_000);
    const faults: string[] = [];
    context.on("weberror", (error) => faults.push(String(error.error())));
    context.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^https?:$/.test(protocol) && hostname !== "127.0.0.1") faults.push(request.url());
    });
    context.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    const page = await context.newPage();
    await test(page, context);
    if (faults.length > 0 && !expectsFaults) {
      throw new Error(`the page reported:\n${faults.join("\n")}`);
    }
  } finally {
    await browser.close();
  }
}
