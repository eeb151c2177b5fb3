import { defineMessages } from "../../lib/language/mod.ts";

/** What tasks say of errors that are not the library's own. */
export const errorMessages = defineMessages("system", {
  badPath: {
    en: "{cause}: check the path",
    ja: "{cause}: パスを確かめてください",
  },
  notPermitted: {
    en: "not permitted: {cause}",
    ja: "許可されていません: {cause}",
  },
  deniedFolder: {
    en:
      "not permitted: {cause}: Deno keeps programs out of /dev, /proc and /sys; name another folder",
    ja:
      "許可されていません: {cause}。/dev、/proc、/sys はDenoが開かせません。別のフォルダーを指定してください",
  },
  brokenPipe: {
    en: "the program that reads the output ended (broken pipe)",
    ja: "出力を読んでいたプログラムが終了しました(broken pipe)",
  },
  diskFull: {
    en: "{cause}: free some space, or write to another disk",
    ja: "{cause}: 空き容量を増やすか、別のディスクに書き込んでください",
  },
  readOnly: {
    en: "{cause}: name a folder that you can write to",
    ja: "{cause}: 書き込めるフォルダーを指定してください",
  },
  fileTooLarge: {
    en: "{cause}: raise the limit on the size of files (ulimit -f)",
    ja: "{cause}: ファイルの大きさの上限(ulimit -f)を上げてください",
  },
  fault: {
    en: "this is a bug in Futago; please report it",
    ja: "Futagoの不具合です。報告をお願いします",
  },
});
