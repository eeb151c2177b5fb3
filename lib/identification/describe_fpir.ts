import type { UserMessage } from "../language/user_message.ts";
import { describeFraction } from "../verification/describe_rates.ts";
import { identificationMessages as messages } from "./messages.ts";
import type { IdentificationThreshold } from "./identification_threshold.ts";

/**
 * Says in sentences how often a gallery errs: with strangers, and with people who are in it.
 *
 * @param images in the gallery
 */
export function describeFpir(
  { threshold, askedFpir, targetFpir, fpir, frr }: IdentificationThreshold,
  images: number,
): UserMessage[] {
  const strangers = fpir.below === null
    ? messages.strangers({ images, rate: percent(fpir.fraction) })
    : messages.strangersBelow({ images, bound: percent(fpir.below) });
  return [
    strangers,
    messages.missed({ threshold: threshold.toFixed(4), fraction: describeFraction(frr) }),
    ...targetFpir > askedFpir
      ? [messages.raised({ asked: percent(askedFpir), target: percent(targetFpir) })]
      : [],
  ];
}

function percent(rate: number): string {
  return `${Number((100 * rate).toPrecision(2))} %`;
}
