import { defineMessages } from "../language/define_messages.ts";

/** What the miners say to people. */
export const minerMessages = defineMessages("miners", {
  kind: { en: "miner", ja: "マイナー" },
  miner: { en: 'the miner "{name}"', ja: 'マイナー "{name}"' },
  conflict: {
    en: "cannot use {miner} with these options: {fault}",
    ja: "{miner} は使えません: {fault}",
  },
  semiHardAlone: {
    en: "expected easy or hard beside semi-hard, got positive {positive} and negative {negative}",
    ja:
      "semi-hard の相手は easy か hard です(positive は {positive}、negative は {negative} でした)",
  },
});
