/** How large a task a number of identities is good for. */
export type Scope = "small" | "medium" | "large";

/** Advice by the number of identities. */
export interface ScopeAdvice {
  /** The scope of that number. */
  readonly scope: Scope;
  /** The next larger scope, the number of identities where it begins, and how many are missing. */
  readonly next: { readonly scope: Scope; readonly from: number; readonly missing: number } | null;
}

const scopes: readonly { readonly scope: Scope; readonly from: number }[] = [
  { scope: "small", from: 0 },
  { scope: "medium", from: 1000 },
  { scope: "large", from: 5000 },
];

/**
 * Finds the scope of a task by its number of identities: about 1,000 for a small task, 1,000 to 2,000
 * for a medium one, 5,000 or more for a large one.
 *
 * Source: yKesamaru's article on building a face recognition model with a Siamese network.
 */
export function scopeByIdentities(identities: number): ScopeAdvice {
  const at = scopes.findLastIndex(({ from }) => identities >= from);
  const next = scopes[at + 1];
  return {
    scope: scopes[at]!.scope,
    next: next ? { ...next, missing: next.from - identities } : null,
  };
}
