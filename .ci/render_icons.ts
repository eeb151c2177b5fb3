// Renders the icons of the exported page from its icon.svg:
// deno run --allow-read --allow-write .ci/render_icons.ts
import { initWasm, Resvg } from "@resvg/resvg-wasm";

await initWasm(
  await Deno.readFile(
    new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")),
  ),
);
const folder = new URL("../lib/web/page/static/", import.meta.url);
const icon = await Deno.readTextFile(new URL("icon.svg", folder));
// Systems cut a maskable icon to a shape of their own, of which the middle 80 % are safe.
const maskable = icon
  .replace('viewBox="0 0 512 512"', 'viewBox="-64 -64 640 640"')
  .replace('width="512" height="512" rx="112"', 'x="-64" y="-64" width="640" height="640"');
for (
  const [name, svg, side] of [
    ["icon-192.png", icon, 192],
    ["icon-512.png", icon, 512],
    ["icon-maskable-512.png", maskable, 512],
  ] as const
) {
  const image = new Resvg(svg, { fitTo: { mode: "width", value: side } }).render();
  await Deno.writeFile(new URL(name, folder), image.asPng());
}
