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
      "cannot make the page: its scripts cannot be bundled ({detail}); start in the folder of your deno.json, and the first time with a network, from which Deno fetches its bundler",
    ja:
      "ページを作れません。スクリプトをまとめられません({detail})。deno.json のあるフォルダーで実行してください。初回は、Denoがバンドラーを取得するためネットワークも必要です",
  },
});
