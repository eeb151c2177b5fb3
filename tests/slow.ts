import { needs } from "./needs.ts";

const level = needs({ env: true }).ignore ? undefined : Deno.env.get("TESTS");

/** True in `deno task test:full`, or where TESTS=slow: tests that take tens of seconds run too. */
export const full = level === "full" || level === "slow";

/** True where TESTS=slow asks for tests that take minutes, whole. */
export const slow = level === "slow";

/** Registers a test for `deno task test:full` alone. */
export function fullTest(definition: Deno.TestDefinition): void {
  if (full) Deno.test(definition);
}
