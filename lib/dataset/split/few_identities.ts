/**
 * With fewer identities held out, what they measure and the threshold that they choose depend a lot on
 * which identities they are.
 */
export const fewIdentities = 30;
/** With fewer identities, the results say little. */
export const veryFewIdentities = 5;
