import { defineMessages } from "../../language/define_messages.ts";

/** What is said about a loss and a miner that do not go together. */
export const objectiveMessages = defineMessages("objective", {
  minerMisfit: {
    en: 'cannot use the loss "{loss}" with the miner "{miner}": expected {names}',
    ja: '損失 "{loss}" ではマイナー "{miner}" は使えません。{names}が必要です',
  },
  optionsMisfit: {
    en:
      'cannot use the loss "{loss}" with the miner "{miner}" and these {options}: the miner then finds {kind}, which the loss does not take',
    ja:
      '損失 "{loss}" は、この {options} のマイナー "{miner}" と一緒には使えません。マイナーが選ぶ {kind} を、この損失は受け取りません',
  },
  memoryWithMiner: {
    en:
      'cannot use the miner "{miner}" with a memory, because it looks at one batch alone: expected the miner "all"',
    ja:
      'マイナー "{miner}" はバッチの中だけで選ぶので、memory と一緒には使えません。マイナー "all" を使ってください',
  },
  distanceAmongOptions: {
    en: "cannot use {options}: distance: set {distance} instead",
    ja: "{options} では distance を指定できません。{distance} で指定してください",
  },
});
