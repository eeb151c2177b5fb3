/** With fewer identities, the results depend a lot on which identities they are. */
export const fewIdentities = 20;
/** With fewer identities, the results say little. */
export const veryFewIdentities = 5;
