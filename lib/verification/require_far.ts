import { negativesNeededFor } from "../dataset/estimate/rule_of_three.ts";
import { smallestSupportedFar } from "../dataset/estimate/rule_of_three.ts";
import { type Message, message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

const roundedUp = new Intl.NumberFormat("en", {
  maximumSignificantDigits: 2,
  roundingMode: "ceil",
});

/**
 * Makes sure that there are negative pairs enough for a false accept rate.
 *
 * @param subject what the rate is for and where the pairs are, and what gives more pairs, as the
 *   message shall tell
 * @throws {UserError} when there are not, with the number that it takes
 */
export function requireFar(
  far: number,
  negativePairs: number,
  { task, where, advice }: { task: Message; where: Message; advice: Message },
): void {
  const least = smallestSupportedFar(negativePairs);
  if (far >= least) return;
  const count = (pairs: number) => pairs.toLocaleString("en-US");
  throw new UserError(
    message`cannot ${task} a false accept rate of ${far}: that takes ${
      count(negativesNeededFor(far))
    } negative pairs, found ${count(negativePairs)} ${where}; ${advice}${
      least < 1 ? message`, or ask for ${roundedUp.format(least)} or more` : ""
    }`,
  );
}
