import { defineMessages } from "../language/define_messages.ts";

/** What the losses say to people. */
export const lossMessages = defineMessages("losses", {
  kind: { en: "loss", ja: "損失" },
  loss: { en: 'the loss "{name}"', ja: '損失 "{name}"' },
  conflict: {
    en: "cannot use {loss} with these options: {fault}",
    ja: "{loss} は使えません: {fault}",
  },
  swapWithMemory: {
    en: "swap and memory exclude each other; leave one of them out",
    ja: "swap と memory は同時に使えません。一方を取り除いてください",
  },
});
