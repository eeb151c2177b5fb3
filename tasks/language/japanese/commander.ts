/** What the parser of flags finds fault with: Commander's texts, and those of our parsers in them. */
export const commander: Readonly<Record<string, string>> = {
  "unknown option '{0}'": "オプション '{0}' はありません",
  "unknown option '{0}' (Did you mean {1}?)":
    "オプション '{0}' はありません({1} ではありませんか?)",
  "unknown option '{0}' (Did you mean one of {1}?)":
    "オプション '{0}' はありません(次のいずれかではありませんか: {1})",
  "option '{0}' argument missing": "オプション '{0}' に値がありません",
  "option '{0}' argument '{1}' is invalid. {2}": "オプション '{0}' の値 '{1}' は使えません。{2}",
  "command-argument value '{0}' is invalid for argument '{1}'. {2}":
    "引数 '{1}' の値 '{0}' は使えません。{2}",
  "Allowed choices are {0}.": "使えるのは {0} です",
  "option '{0}' cannot be used with option '{1}'": "オプション '{0}' と '{1}' は同時に使えません",
  "too many arguments. Expected {0} argument but got {1}: {2}.":
    "引数が多すぎます。{0}個までのところ{1}個あります: {2}",
  "too many arguments. Expected {0} arguments but got {1}: {2}.":
    "引数が多すぎます。{0}個までのところ{1}個あります: {2}",
  'Wanted {0}, found "{1}".': '{0}が必要ですが、"{1}" です',
  "name=value": "「名前=値」",
};
