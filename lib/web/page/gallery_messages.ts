import { defineMessages } from "../../language/define_messages.ts";

/** What the gallery says. */
export const galleryMessages = defineMessages("page.gallery", {
  full: {
    en:
      "cannot keep the people: the browser's storage is full; they are here until you close the page; forget some, or free storage",
    ja:
      "登録を保存できません。ブラウザーの保存領域がいっぱいです。登録はページを閉じるまで使えます。誰かを消すか、空きを増やしてください",
  },
  blocked: {
    en:
      "cannot keep the people: the browser blocks storage, as some do in private windows; they are here until you close the page",
    ja:
      "登録を保存できません。ブラウザーが保存を許していません(プライベートウィンドウなど)。登録はページを閉じるまで使えます",
  },
  otherModel: {
    en:
      "{people, plural, one {# person is} other {# people are}} enrolled with another model, whose embeddings mean nothing to this one. To use this page, forget them and enroll anew.",
    ja:
      "{people, number}人が別のモデルで登録されています。その埋め込みはこのモデルでは使えません。消して、登録し直してください。",
  },
  forgetOthers: { en: "Forget those people", ja: "その登録を消す" },
  people: {
    en: "{people, plural, one {# person} other {# people}}",
    ja: "登録 {people, number}人",
  },
  nobody: {
    en:
      "Nobody is enrolled yet. Enroll a few images of each person, three or more if you can. Then show an image, and see who it is.",
    ja:
      "まだ誰も登録されていません。1人につき数枚(できれば3枚以上)を登録してください。そのあと画像を見せると、誰かを調べます。",
  },
  images: {
    en: "{images, plural, one {# image} other {# images}}",
    ja: "画像{images, number}枚",
  },
  add: { en: "Add images", ja: "画像を追加" },
  rename: { en: "Rename", ja: "名前を変える" },
  forget: { en: "Forget", ja: "消す" },
  forgetAll: { en: "Forget all", ja: "全員を消す" },
  forgetQuestion: {
    en: "Forget {name}, with {images, plural, one {# image} other {# images}}?",
    ja: "{name} の登録(画像{images, number}枚)を消しますか?",
  },
  forgetAllQuestion: {
    en: "Forget {people, plural, one {# person} other {all # people}}?",
    ja: "{people, number}人の登録をすべて消しますか?",
  },
  forgetOthersQuestion: {
    en: "Forget {people, plural, one {# person} other {# people}} of another model?",
    ja: "別のモデルで登録した{people, number}人を消しますか?",
  },
  cannotUndo: { en: "This cannot be undone.", ja: "元には戻せません。" },
  save: { en: "Save", ja: "保存" },
  newName: { en: "New name", ja: "新しい名前" },
  nameTaken: {
    en: 'cannot rename: there is a person "{name}" already; choose another name',
    ja: "名前を変えられません。「{name}」はすでに登録されています。別の名前にしてください",
  },

  enrollHeading: { en: "Enroll a person", ja: "登録する" },
  name: { en: "Name", ja: "名前" },
  enrollFiles: { en: "Choose images", ja: "画像を選ぶ" },
  enrollCamera: { en: "Use the camera", ja: "カメラで撮る" },
  photosOf: { en: "Photos of {name}", ja: "{name} の撮影" },
  enrolling: { en: "Enrolling…", ja: "登録しています…" },
  enrolled: {
    en: "Enrolled {name} with {images, plural, one {# image} other {# images}}.",
    ja: "{name} を画像{images, number}枚で登録しました。",
  },
  added: {
    en:
      "Added {images, plural, one {# image} other {# images}} to {name}, who is enrolled already.",
    ja: "登録済みの {name} に画像{images, number}枚を追加しました。",
  },
  notOpened: {
    en: "{images, plural, one {# image} other {# images}} could not be opened.",
    ja: "開けない画像が{images, number}枚ありました。",
  },
  looksLike: {
    en:
      "{name} looks like {other} (similarity {similarity}): the same person under two names, or hard to tell apart.",
    ja:
      "{name} は {other} に似ています(類似度{similarity})。同じ人を2つの名前で登録したか、見分けにくい2人です。",
  },
});
