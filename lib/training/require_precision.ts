import type { OpenBackend } from "../backends/open_backend.ts";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";
import type { TrainSettings } from "./settings/train_settings.ts";

/** @throws {UserError} where a precision is wanted that the backend does not compute in */
export function requirePrecision(
  { precision }: Pick<TrainSettings, "precision">,
  { name, reason, float16: halves }: Pick<OpenBackend, "name" | "reason" | "float16">,
): void {
  if (precision !== "f16" || halves) return;
  throw new UserError(
    message`cannot train with --precision f16: wanted a graphics adapter with shader-f16, found ${name}
      (${reason}); take --precision f32`,
  );
}
