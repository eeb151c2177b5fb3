import assert from "node:assert/strict";
import { formatMessage, languages } from "../../lib/language/user_message.ts";
import { losses } from "../../lib/losses/registry.ts";
import { miners } from "../../lib/miners/registry.ts";
import { describeOptions, option, parseOptions } from "../../lib/options/options.ts";
import { above, anyNumber, flag, fromTo, oneOf, whole } from "../../lib/options/schemas.ts";

const meaning = { en: "a test", ja: "テスト" };
const entries = {
  rate: option(fromTo(0, 1), 0.5, meaning),
  scale: option(above(0), 2, meaning),
  offset: option(anyNumber, -1, meaning),
  count: option(whole(0, 9), 3, meaning),
  side: option(oneOf("near", "far"), "near", meaning),
  only: option(oneOf("a"), "a", meaning),
  exact: option(flag, false, meaning),
};
const subject = { code: "test.subject", text: meaning, values: {} };
const defaults = {
  rate: 0.5,
  scale: 2,
  offset: -1,
  count: 3,
  side: "near",
  only: "a",
  exact: false,
};

Deno.test("options that are not given, or undefined, have their defaults", () => {
  assert.deepEqual(parseOptions(subject, entries, {}), defaults);
  const given = { rate: 1, scale: undefined, side: "far" };
  assert.deepEqual(parseOptions(subject, entries, given), { ...defaults, rate: 1, side: "far" });
});

Deno.test("an option out of range is named, with what is expected and what was given", () => {
  const faults: [given: Record<string, unknown>, message: string][] = [
    [{ rate: 1.5 }, "rate: expected a number from 0 to 1, got 1.5"],
    [{ rate: "1" }, 'rate: expected a number from 0 to 1, got "1"'],
    [{ rate: null }, "rate: expected a number from 0 to 1, got null"],
    [{ scale: 0 }, "scale: expected a number above 0, got 0"],
    [{ scale: Infinity }, "scale: expected a number above 0, got Infinity"],
    [{ offset: NaN }, "offset: expected a number, got NaN"],
    [{ count: 1.5 }, "count: expected a whole number from 0 to 9, got 1.5"],
    [{ count: [1] }, "count: expected a whole number from 0 to 9, got a list"],
    [{ side: "farr" }, 'side: expected one of near, far, got "farr"; did you mean "far"?'],
    [{ only: "b" }, 'only: expected a, got "b"'],
    [{ exact: 1 }, "exact: expected true or false, got 1"],
    [
      { ofset: 1 },
      "ofset: there is no such option; expected one of rate, scale, offset, count, side, only, exact; " +
      'did you mean "offset"?',
    ],
    [
      { constructor: 1 },
      "constructor: there is no such option; expected one of rate, scale, offset, count, side, only, exact",
    ],
  ];
  for (const [given, fault] of faults) {
    const message = `cannot use a test: ${fault}`;
    assert.throws(() => parseOptions(subject, entries, given), { name: "UserError", message });
  }
});

Deno.test("a description has each option's name, default, range and meaning", () => {
  const described = describeOptions(entries).map((option) => ({
    ...option,
    expected: formatMessage(option.expected),
  }));
  assert.deepEqual(described[0], {
    name: "rate",
    default: 0.5,
    expected: "a number from 0 to 1",
    meaning,
  });
  assert.deepEqual(described.map(({ name }) => name), Object.keys(entries));
});

Deno.test("every loss and miner describes its options in every language, and accepts its defaults", () => {
  for (const { name, options, parse } of [...losses, ...miners]) {
    const described = describeOptions(options);
    assert.deepEqual(
      parse({}),
      Object.fromEntries(described.map((option) => [option.name, option.default])),
    );
    for (const { expected, meaning } of described) {
      for (const language of languages) {
        assert.ok(formatMessage(expected, { language }).length > 0, name);
        assert.ok(meaning[language].length > 0, name);
      }
    }
  }
});
