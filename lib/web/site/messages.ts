import { defineMessages } from "../../language/define_messages.ts";

/** What the export of a page says to people. */
export const siteMessages = defineMessages("site", {
  bundlerMissing: {
    en:
      'cannot make the page: this Deno cannot bundle; write "unstable": ["bundle"] into your deno.json, and use Deno 2.9 or later',
    ja:
      'ページを作れません。このDenoではバンドルできません。deno.json に "unstable": ["bundle"] と書き、Deno 2.9以降を使ってください',
  },
  bundlingFailed: {
    en:
      "cannot make the page: the scripts cannot be bundled ({detail}); the first time needs a network, for Deno to fetch its bundler; start it with Futago's deno.json",
    ja:
      "ページを作れません。スクリプトをまとめられません({detail})。初回はDenoがバンドラーを取得するためネットワークが必要です。Futagoの deno.json を使って実行してください",
  },
});
