/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";

/**
 * A box that says what does not work and why, or what to look at.
 *
 * @param props.kind `problem` is read out at once, `caution` is not
 */
export function Notice(
  { kind = "problem", children }: {
    readonly kind?: "problem" | "caution";
    readonly children: ComponentChildren;
  },
) {
  return <div class={`notice ${kind}`} role={kind === "problem" ? "alert" : "note"}>{children}
  </div>;
}
