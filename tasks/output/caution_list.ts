import type { UserMessage } from "../../lib/language/mod.ts";
import { translate } from "../language/language.ts";
import { fileMessages as messages } from "./file_messages.ts";
import { titledList } from "./titled_list.ts";

/** What to keep in mind about results, a line each under a title; empty if there is nothing. */
export function cautionList(cautions: readonly UserMessage[]): string {
  return titledList(translate(messages.cautions()), cautions, translate);
}
