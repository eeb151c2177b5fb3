const names = (
  "太郎 花子 さくら ケンジ 美咲 一郎 ゆうき ハルカ 健太 あおい 翔 リン 大輔 七海 蓮 ひなた " +
  "Anna Ben Chloé Dmitri Émile Fatima Grace Hugo Ingrid José Kofi Léa Mateo Noor Olga Pedro " +
  "佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 민준 서연 王芳 李伟 " +
  "Σοφία Иван Zoë Quinn Rosa Sven Tara Uma Viktor Wanda Yara Łukasz Björn Inês Mina Ōta"
).normalize("NFC").split(" ");

/**
 * The name of an identity and of its folder. It mixes scripts on purpose, so that a first run meets what
 * real folders hold.
 *
 * @param index index of the identity, 0 or more
 */
export function identityName(index: number): string {
  const round = Math.floor(index / names.length);
  const name = names[index % names.length]!;
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** Whether a folder has a name that {@linkcode identityName} gives. */
export function isIdentityName(folder: string): boolean {
  return names.includes(folder.normalize("NFC").replace(/ \d+$/, ""));
}
