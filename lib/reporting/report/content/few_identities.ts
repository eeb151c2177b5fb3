/** With fewer identities, who they are sways the figures. */
export const FEW_IDENTITIES = 20;
