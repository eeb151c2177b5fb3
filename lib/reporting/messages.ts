import { defineMessages } from "../language/define_messages.ts";

/** Where a verification cannot be written. */
export const verificationReportMessages = defineMessages("reporting", {
  notWritable: {
    en: 'cannot write to "{folder}": {reason}; name another folder',
    ja: '"{folder}" に書き込めません: {reason}。別のフォルダーを指定してください',
  },
});
