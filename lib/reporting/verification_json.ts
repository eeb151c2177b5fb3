import type { FolderVerification } from "../verification/folder_verification.ts";

/** What programs are told of a verified folder: its figures in one flat object, without the curves. */
export function verificationJson(verification: FolderVerification): Record<string, unknown> {
  const { mode, identities, images, figures, decision, enrolled } = verification;
  return {
    mode,
    identities,
    images,
    ...figures,
    ...decision,
    ...(mode === "one-to-one" ? { enrolled } : {}),
    skipped: verification.skipped,
    missingPairs: verification.missingPairs,
    missing: verification.missing,
    seen: verification.seen,
    seenPairs: verification.seenPairs,
  };
}
