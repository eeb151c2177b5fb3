import * as v from "valibot";
import { UserError } from "../../language/user_error.ts";
import type { Text } from "../../language/user_message.ts";
import { messageOfIssue } from "../../options/issue_message.ts";
import { text, whole } from "../../options/schemas.ts";
import { boolean, list, number, path, type SettingsOf } from "../../options/setting.ts";
import { datasetMessages as messages } from "../messages.ts";

/** Where the labels of a folder's images are, and what of the folder counts. */
export interface CatalogSettings {
  /**
   * A csv file that says which identity each image shows, see `LabelTable`. Null takes the names of
   * folders.
   */
  readonly labels: string | null;
  /** How many folders, from the root on, name an identity; 1 by default. */
  readonly labelDepth: number;
  /**
   * Glob patterns of files and folders to leave out. One without a slash is of a name at any depth, one
   * with a slash of a path from the root.
   */
  readonly exclude: readonly string[];
  /** True to follow symbolic links to outside the root as well. */
  readonly followLinks: boolean;
}

/** What to index of a folder; by default every folder of the root is an identity. */
export type CatalogOptions = Partial<CatalogSettings>;

/** More folders than any data set has, so that what a number is meant for stays clear. */
const deepest = 16;

/** What `--help` calls these options together. */
export const catalogTitle: Text = {
  en: "Which images, and where their labels are:",
  ja: "使う画像とラベルの場所:",
};

/** The definitions of these options. All that indexes a folder takes them, commands as flags. */
export const catalogSettings: SettingsOf<CatalogSettings> = {
  labels: path<string | null>({
    placeholder: "<file>",
    schema: v.nullable(text),
    default: null,
    before: null,
    defaultHelp: { en: "names of folders", ja: "フォルダー名" },
    help: {
      en: "csv file: path, identity and, if you like, split (train, validation or test)",
      ja: "CSVファイル: path、identity、必要なら split(train、validation、test)",
    },
  }),
  labelDepth: number({
    placeholder: "<n>",
    schema: whole(1, deepest),
    default: 1,
    before: 1,
    help: {
      en: "how many nested folders name an identity",
      ja: "アイデンティティ名になるフォルダーの階層数",
    },
  }),
  exclude: list({
    placeholder: "<glob>",
    before: [],
    help: {
      en: 'leave out names such as "*_mask.png", or paths such as "old/**"; repeatable',
      ja: '除外する名前("*_mask.png" など)やパス("old/**" など)。複数回指定可',
    },
  }),
  followLinks: boolean({
    default: false,
    before: false,
    help: {
      en: "follow symbolic links to outside the folder too",
      ja: "フォルダーの外を指すシンボリックリンクもたどる",
    },
  }),
};

/**
 * Completes options with their defaults.
 *
 * @param root the folder, as messages name it
 * @throws {UserError} if an option is out of range, or `labels` stands beside `labelDepth`
 */
export function completeCatalogOptions(root: string, options: CatalogOptions): CatalogSettings {
  const entries = Object.entries(catalogSettings).map(([key, { schema, default: byDefault }]) => {
    const given = options[key as keyof CatalogOptions] ?? byDefault;
    const checked = v.safeParse(schema as v.GenericSchema, given, { abortEarly: true });
    if (checked.success) return [key, given] as const;
    const fault = messageOfIssue(checked.issues[0]);
    throw new UserError(messages.cannotUseOption({ root, option: { option: key }, fault }));
  });
  const settings = Object.fromEntries(entries) as unknown as CatalogSettings;
  if (settings.labels !== null && settings.labelDepth !== catalogSettings.labelDepth.default) {
    const values = { root, labels: { option: "labels" }, depth: { option: "labelDepth" } };
    throw new UserError(messages.labelsAndDepth(values));
  }
  return settings;
}
