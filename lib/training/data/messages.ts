import { defineMessages } from "../../language/define_messages.ts";

/** What the data of a run say to people. */
export const trainingDataMessages = defineMessages("trainingData", {
  tooFewUnseen: {
    en:
      "cannot hold out identities: the model that {weights} names was trained on {seen, number} of {all, number}, and of the others {found, plural, =0 {none has} one {# has} other {# have}} two or more images; add identities, start from other weights, or hold out seen ones with {option}",
    ja:
      "検証・テスト用のアイデンティティを選べません。{weights} のモデルは{all, number}のうち{seen, number}を学習済みで、画像が2枚以上ある残りは{found, number}です。アイデンティティを増やすか、別の重みから始めるか、{option} で学習済みのものも使ってください",
  },
  validationSeen: {
    en:
      'cannot validate on "{folder}": training or its initial weights know {seen, number} of its {all, number} identities, by image or by name, and the rest has too few pairs; name a folder of other identities, or none to hold out identities of the data folder, or keep these with {option}',
    ja:
      '"{folder}" では検証できません。画像または名前から見て、{all, number}アイデンティティのうち{seen, number}は学習(または初期の重みの学習)に使われており、残りではペアが足りません。別のフォルダーを指定するか、指定をやめて画像フォルダーの一部を使うか、{option} で含めてください',
  },
  testSeen: {
    en:
      'cannot test on "{folder}": training, its initial weights, or validation know {seen, number} of its {all, number} test identities, by image or by name, and the rest has too few pairs; name a folder of other identities, or none to hold out identities of the data folder, or keep these with {option}',
    ja:
      '"{folder}" ではテストできません。画像または名前から見て、テスト用の{all, number}アイデンティティのうち{seen, number}は学習、初期の重み、検証のいずれかに使われており、残りではペアが足りません。別のフォルダーを指定するか、指定をやめて画像フォルダーの一部を使うか、{option} で含めてください',
  },
  seenMoved: {
    en:
      "Moved {count, plural, one {# identity} other {# identities}} to training that the initial weights were trained on before. Held out are {validation, number} to validate and {test, number} to test that those weights were not trained on. For the usual split, use {option}.",
    ja:
      "初期の重みが学習済みのアイデンティティ{count, number}個は、検証・テストに使わず学習に回しました。初期の重みが学習していないもので検証({validation, number})とテスト({test, number})を行います。通常の分割にするには {option} を指定してください。",
  },
  overlapLeftOut: {
    en:
      "Left out {count, plural, one {# identity} other {# identities}} of {folder} that training or its initial weights know, by image or by name: {names}. To keep such identities, use {option}.",
    ja:
      "{folder} のアイデンティティ{count, number}個は、画像または名前から見て学習(または初期の重みの学習)に使われているため除外しました: {names}。含めるには {option} を指定してください。",
  },
  overlapIncluded: {
    en:
      "{count, plural, one {# held-out identity is} other {# held-out identities are}} known to training or its initial weights, by image or by name, so the results look better than they are: {names}.",
    ja:
      "検証・テストのアイデンティティ{count, number}個は、画像または名前から見て学習(または初期の重みの学習)に使われており、数値が実力より良く出ます: {names}。",
  },
  sameNumbers: {
    en:
      "{count, plural, one {# held-out identity has the name} other {# held-out identities have the names}} of trained ones: {names}. Names that are numbers can be the same by chance, so they count as others. If they are the same, the results look better than they are.",
    ja:
      "検証・テストのアイデンティティ{count, number}個は学習したものと同じ名前です: {names}。番号の名前は偶然一致することがあるため、別のものとみなしました。同じものなら、数値は実力より良く出ます。",
  },
  weightsUnknown: {
    en:
      "The model that the initial weights come from does not record what it was trained on. If that is held out here, the results look better than they are.",
    ja:
      "初期の重みのモデルには、何を学習したかの記録がありません。検証・テストに同じものがあれば、数値は実力より良く出ます。",
  },
  exactConflicts: {
    en:
      "{count, plural, one {# held-out image is} other {# held-out images are}} the same file as one of another identity in training or validation: a label is wrong, which counts against the model, or one identity has two folders: {named}; the run's {file} lists all",
    ja:
      "検証・テスト画像{count, number}枚が、訓練または検証にある別のアイデンティティの画像と同じです。ラベルの誤り(数値が実力より悪く出ます)か、1つのアイデンティティが2つのフォルダーに分かれています: {named}。一覧は学習結果の {file} にあります",
  },
  nearConflicts: {
    en:
      "{count, plural, one {# held-out image is} other {# held-out images are}} nearly the same as one of another identity in training or validation: a label is wrong, which counts against the model, or one identity has two folders: {named}; the run's {file} lists all",
    ja:
      "検証・テスト画像{count, number}枚が、訓練または検証にある別のアイデンティティの画像とほぼ同じです。ラベルの誤り(数値が実力より悪く出ます)か、1つのアイデンティティが2つのフォルダーに分かれています: {named}。一覧は学習結果の {file} にあります",
  },
  exactCopies: {
    en:
      "{count, plural, one {# held-out image is} other {# held-out images are}} the same file as one of training or validation, which makes the metrics look better than they are: {named}; the run's {file} lists all",
    ja:
      "検証・テスト画像{count, number}枚が訓練または検証の画像と同じで、数値が実力より良く出ます: {named}。一覧は学習結果の {file} にあります",
  },
  nearCopies: {
    en:
      "{count, plural, one {# held-out image is} other {# held-out images are}} nearly the same as one of training or validation, which makes the metrics look better than they are: {named}; the run's {file} lists all",
    ja:
      "検証・テスト画像{count, number}枚が訓練または検証の画像とほぼ同じで、数値が実力より良く出ます: {named}。一覧は学習結果の {file} にあります",
  },
});
