import { defineMessages } from "../language/define_messages.ts";

/** Messages about files and downloads. */
export const ioMessages = defineMessages("io", {
  unreadable: { en: "cannot be read: {reason}", ja: "読み込めません: {reason}" },
  notAFile: {
    en: 'cannot read "{path}": it is not a file; put the right file there',
    ja: '"{path}" を読み込めません。ファイルではありません。正しいファイルを置いてください',
  },
  fileTooLarge: {
    en:
      'cannot read "{path}": expected at most {max, plural, one {# byte} other {# bytes}}, got {size, number}; put the right file there',
    ja:
      '"{path}" を読み込めません。{max, number}バイトまでのところ{size, number}バイトあります。正しいファイルを置いてください',
  },
  readFailed: {
    en: 'cannot read "{path}": {reason}; put the right file there',
    ja: '"{path}" を読み込めません。{reason}。正しいファイルを置いてください',
  },
  encodingUnknown: {
    en:
      'cannot read "{path}": expected text in UTF-8, or in UTF-16 with a byte order mark; save it as UTF-8',
    ja:
      '"{path}" を読み込めません。UTF-8か、BOM付きのUTF-16のテキストではありません。UTF-8で保存し直してください',
  },
  linkInPlaceOfFolder: {
    en: 'cannot write into "{path}": expected a folder, got a link; remove the link',
    ja: '"{path}" に書き込めません。フォルダーではなくリンクがあります。リンクを取り除いてください',
  },
  fileInPlaceOfFolder: {
    en: 'cannot write into "{path}": expected a folder, got a file; remove the file',
    ja:
      '"{path}" に書き込めません。フォルダーではなくファイルがあります。ファイルを取り除いてください',
  },
  outputIsFile: {
    en: 'cannot write into "{path}": expected a folder, got a file; choose another {out}',
    ja: '"{path}" に書き込めません。フォルダーではなくファイルです。別の {out} を指定してください',
  },
  outputHolds: {
    en:
      'cannot write into "{folder}": expected a new or an empty folder, got one that holds "{name}"; choose another {out}',
    ja:
      '"{folder}" に書き込めません。新しいフォルダーか空のフォルダーが必要ですが、"{name}" があります。別の {out} を指定してください',
  },
  outputInside: {
    en:
      'cannot write into "{folder}": expected a folder outside the images, got one inside "{input}"; choose another {out}',
    ja:
      '"{folder}" に書き込めません。画像フォルダー "{input}" の中にあります。その外を {out} で指定してください',
  },
  outputAround: {
    en:
      'cannot write into "{folder}": expected a folder apart from the images, got one that holds "{input}"; choose another {out}',
    ja:
      '"{folder}" に書き込めません。画像フォルダー "{input}" がその中にあります。別の {out} を指定してください',
  },
  fileExists: {
    en: 'cannot write "{path}": it already exists; remove it, or choose another {option}',
    ja: '"{path}" に書き込めません。すでにあります。削除するか、別の {option} を指定してください',
  },
  noFolderFor: {
    en:
      'cannot write "{path}": there is no folder "{folder}"; make that folder, or choose another {option}',
    ja:
      '"{path}" に書き込めません。フォルダー "{folder}" がありません。作成するか、別の {option} を指定してください',
  },
  downloadFolder: {
    en: "cannot save {label} at {path}: {reason}; make room for it there",
    ja: "{label}を {path} に保存できません: {reason}。保存場所を空けてください",
  },
  downloadStopped: {
    en: "stopped while downloading {label}; run the same command again to continue",
    ja: "{label}のダウンロードを中断しました。同じコマンドで続きから再開します",
  },
  downloadFailed: {
    en:
      "cannot download {label} from {url}: {reason}; download that file where there is a network and put it at {path}",
    ja:
      "{label}を {url} からダウンロードできません: {reason}。ネットワークのある環境で取得し、{path} に置いてください",
  },
  wrongContent: {
    en:
      "expected {size, plural, one {# byte} other {# bytes}} with the SHA-256 {sha256}, got {length, number} with {digest}, and deleted them",
    ja:
      "SHA-256が {sha256} の{size, number}バイトのはずが、{digest} の{length, number}バイトでした(削除しました)",
  },
  connectionEnded: {
    en: "the connection ended after {length, number} of {size, number} bytes",
    ja: "{size, number}バイトのうち{length, number}バイトで接続が切れました",
  },
  notTheHub: {
    en: "the response has no size and SHA-256, so it does not come from the hub",
    ja: "応答にサイズとSHA-256がなく、Hugging Faceのものではありません",
  },
  badStatus: { en: "the response was {status}", ja: "応答が {status} でした" },
  stalled: {
    en: "nothing came for {seconds, number} s",
    ja: "{seconds, number}秒のあいだ何も届きませんでした",
  },
  connectionFailed: { en: "{reason}", ja: "{reason}" },
});
