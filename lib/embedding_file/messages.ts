import { defineMessages } from "../language/define_messages.ts";

/** What files of embeddings say to people. */
export const embeddingFileMessages = defineMessages("embeddingFile", {
  unknownEnding: {
    en: 'cannot use the file of embeddings "{path}": expected a name that ends in {endings}',
    ja: '埋め込みのファイル "{path}" は使えません。名前の末尾は {endings} のいずれかにしてください',
  },
  missing: {
    en: 'cannot read the embeddings: expected a file at "{path}", got none; check the path',
    ja: '埋め込みを読み込めません。ファイル "{path}" がありません。パスを確かめてください',
  },
  notReadable: {
    en: 'cannot read the embeddings in "{path}": {reason}',
    ja: '"{path}" の埋め込みを読み込めません。{reason}',
  },
  expected: { en: "expected {expected}, got {found}", ja: "{expected} が必要ですが、{found} です" },
  notNpy: {
    en: "a little-endian float array [n, d] in C order, as numpy.save writes it",
    ja: "numpy.save が書く、リトルエンディアンでC順の浮動小数点配列 [n, d]",
  },
  table: {
    en: "columns path, identity, and one number per dimension",
    ja: "path、identity、次元ごとの数値の列",
  },
  names: { en: "a column identity or label", ja: "identity か label の列" },
  numbersInLine: {
    en: "one finite number per dimension in line {line}",
    ja: "{line}行目に次元ごとの有限の数値",
  },
  rows: { en: "{count, plural, one {# row} other {# rows}}", ja: "{count, number}行" },
  tensors: {
    en: "tensors embeddings [n, d] and labels [n]",
    ja: "テンソル embeddings [n, d] と labels [n]",
  },
  columns: {
    en: "columns embedding (lists of numbers of one length) and identity or label",
    ja: "embedding(同じ長さの数値のリスト)と identity または label の列",
  },
  somethingElse: { en: "something else", ja: "それ以外のもの" },
  zeroRow: {
    en: "expected embeddings of finite numbers, not all 0, got others in row {row, number}",
    ja: "埋め込みは有限の数値で、すべて0であってはいけませんが、{row, number}行目が異なります",
  },
});
