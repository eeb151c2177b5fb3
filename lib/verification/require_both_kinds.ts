import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

/**
 * Makes sure that there are pairs of one identity and pairs of two, before anything is embedded.
 *
 * @param where what the pairs are of, as the message shall call it
 * @throws {UserError} when either is missing
 */
export function requireBothKinds(
  { positivePairs, negativePairs }: { positivePairs: number; negativePairs: number },
  where: string,
): void {
  if (positivePairs > 0 && negativePairs > 0) return;
  const [kind, advice] = positivePairs === 0
    ? [
      message`positive pair (two pictures of one identity)`,
      negativePairs === 0
        ? message`put the pictures of each identity into a folder of its own`
        : message`add a second picture to some identities`,
    ] as const
    : [message`negative pair (pictures of two identities)`, message`add identities`] as const;
  throw new UserError(
    message`cannot measure verification on ${where}: wanted at least one ${kind}, found none;
      ${advice}`,
  );
}
