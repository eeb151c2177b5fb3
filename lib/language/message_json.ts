import { formatMessage, type UserMessage } from "./user_message.ts";

/**
 * A replacer for `JSON.stringify` that shows messages as their English text, with the code beside it:
 * `{ path, reason }` becomes `{ path, code, reason }` where the reason is a message. A message that is
 * the item of a list becomes `{ code, message }`.
 */
export function messageJson(_key: string, value: unknown): unknown {
  if (isMessage(value)) return { code: value.code, message: formatMessage(value) };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (!entries.some(([, item]) => isMessage(item))) return value;
  return Object.fromEntries(
    entries.flatMap(([key, item]) =>
      isMessage(item) ? [["code", item.code], [key, formatMessage(item)]] : [[key, item]]
    ),
  );
}

function isMessage(value: unknown): value is UserMessage {
  return typeof value === "object" && value !== null && "code" in value && "text" in value &&
    "values" in value;
}
