import { needs } from "./needs.ts";

/** True where SLOW_TESTS=1 asks for tests that take minutes, whole. */
export const slow = !needs({ env: true }).ignore && Deno.env.get("SLOW_TESTS") === "1";
