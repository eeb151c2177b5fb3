/** Whether a parameter is the backbone's, by its name: neither the head's nor a loss's own. */
export function isBackboneParameter({ name }: { readonly name: string }): boolean {
  return !name.startsWith("head.") && !name.startsWith("loss.");
}
