import assert from "node:assert/strict";
import theme from "../../../../lib/theme/theme.css" with { type: "text" };
import style from "../../../../lib/reporting/report/page/report.css" with { type: "text" };

/** The variables of the first `:root` after a place in the theme, and in the style. */
function variables(from: string): Map<string, string> {
  const blocks = [theme, style].map((text) =>
    text.slice(text.indexOf(from)).match(/:root\s*\{([^}]*)\}/)![1]!
  );
  return new Map(
    [...blocks.join("").matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)].map((
      [, name, value],
    ) => [name!, value!]),
  );
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(color: string): number {
  const digits = color.length === 4 ? color.replaceAll(/[0-9a-f]/g, "$&$&") : color;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

for (
  const [scheme, from] of [["light", ":root"], ["dark", "prefers-color-scheme: dark"]] as const
) {
  Deno.test(`text stands out by 4.5 to 1 and lines of charts by 3 to 1, ${scheme}`, () => {
    const colors = variables(from);
    for (const ground of ["page", "surface", "caution", "mark"]) {
      for (const text of ["ink", "quiet", "operating-point", "good", "positive"]) {
        if (text !== "ink" && (ground === "caution" || ground === "mark")) continue;
        const ratio = contrast(colors.get(text)!, colors.get(ground)!);
        assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
    for (const line of ["positive", "negative", "operating-point"]) {
      assert.ok(contrast(colors.get(line)!, colors.get("page")!) >= 3, line);
    }
  });
}

Deno.test("dark has every color that light has, and paper stays light", () => {
  const dark = variables("prefers-color-scheme: dark");
  for (const name of variables(":root").keys()) assert.ok(dark.has(name), name);
  for (const text of [theme, style]) {
    assert.match(text, /@media screen and \(prefers-color-scheme: dark\)/);
  }
});
