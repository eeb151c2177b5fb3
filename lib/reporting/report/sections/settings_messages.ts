import { defineMessages } from "../../../language/define_messages.ts";

/** What a report says of the settings of a run. */
export const settingsMessages = defineMessages("report.settings", {
  heading: { en: "Settings", ja: "すべての設定" },
  changes: {
    en:
      "{count, plural, =0 {No setting differs from its default.} one {# setting differs from its default and is in bold.} other {# settings differ from their defaults and are in bold.}}",
    ja:
      "{count, plural, =0 {すべて既定値です。} other {既定値と異なる設定は#件で、太字で示します。}}",
  },
  name: { en: "setting", ja: "設定" },
  value: { en: "value", ja: "値" },
  default: { en: "default", ja: "既定値" },
  changed: { en: "changed", ja: "変更あり" },
});
