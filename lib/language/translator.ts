import { formatMessage, type Language, type Text, type UserMessage } from "./user_message.ts";

/** Gives a message, or a text without parameters, in one language. */
export type Translate = (message: UserMessage | Text) => string;

/** Makes the function that translates messages into a language. */
export function translator(language: Language): Translate {
  return (message) => "code" in message ? formatMessage(message, { language }) : message[language];
}
