/** Japanese templates by the English ones that messages, reasons and help texts are written with. */
export const japanese: Readonly<Record<string, string>> = {};
