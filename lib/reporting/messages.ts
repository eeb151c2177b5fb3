import { defineMessages } from "../language/define_messages.ts";

/** What a verification says of its rates, and where it cannot be written. */
export const verificationReportMessages = defineMessages("reporting", {
  notWritable: {
    en: 'cannot write to "{folder}": {reason}; name another folder',
    ja: '"{folder}" に書き込めません: {reason}。別のフォルダーを指定してください',
  },
  sentence: {
    en:
      "On {where}, this threshold took {accepted} of two different identities for the same one, and {rejected} of the same identity for two different ones.",
    ja:
      "{where}では、この閾値で、異なるペアは{accepted}を誤って同一と判定し、同一のペアは{rejected}を誤って異なると判定しました。",
  },
  some: {
    en: "{rate} of {pairs, plural, one {# pair} other {# pairs}}",
    ja: "{pairs, number}組の{rate}",
  },
  none: {
    en: "none of {pairs, plural, one {# pair} other {# pairs}}",
    ja: "{pairs, number}組のうち0組",
  },
  noneOfMany: {
    en: "none (so fewer than {bound}) of {pairs, plural, one {# pair} other {# pairs}}",
    ja: "{pairs, number}組のうち0組({bound}未満とみられます)",
  },
});
