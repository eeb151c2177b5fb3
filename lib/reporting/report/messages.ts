import { defineMessages } from "../../language/define_messages.ts";

/** What the headers of reports say. */
export const reportMessages = defineMessages("report", {
  runTitle: { en: "Report on {run}", ja: "{run} の学習レポート" },
  runKind: { en: "Training report", ja: "学習レポート" },
  runLead: {
    en:
      "{identities, plural, one {# identity} other {# identities}}, {images, plural, one {# image} other {# images}}; {backbone}; {epochs, plural, one {# epoch} other {# epochs}}; {seconds, number} s on {backend}",
    ja:
      "{identities, number}アイデンティティ、画像{images, number}枚、{backbone}、{epochs, number}エポック、{backend}で{seconds, number}秒",
  },
  folderTitle: { en: "Verification of {folder}", ja: "{folder} の照合性能レポート" },
  folderKind: { en: "Verification report", ja: "照合性能レポート" },
  folderLead: {
    en:
      "{identities, plural, one {# identity} other {# identities}}, {images, plural, one {# image} other {# images}}; measured with the model of {run}",
    ja: "{identities, number}アイデンティティ、画像{images, number}枚、{run} のモデルによる測定",
  },
});
