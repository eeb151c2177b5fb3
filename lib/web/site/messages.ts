import { defineMessages } from "../../language/define_messages.ts";

/** What the export of a page says to people. */
export const siteMessages = defineMessages("site", {
  bundlerMissing: {
    en:
      "cannot make the page: this Deno cannot bundle; use Deno 2.9 with the flag --unstable-bundle, as deno task export does",
    ja:
      "ページを作れません。このDenoにはバンドル機能がありません。Deno 2.9を --unstable-bundle 付きで使ってください(deno task export はそうします)",
  },
  bundlingFailed: {
    en:
      "cannot make the page: the scripts cannot be bundled ({detail}); the first time needs a network, for Deno to fetch its bundler; start it with Futago's deno.json",
    ja:
      "ページを作れません。スクリプトをまとめられません({detail})。初回はDenoがバンドラーを取得するためネットワークが必要です。Futagoの deno.json を使って実行してください",
  },
});
