import assert from "node:assert/strict";
import { formatMessage } from "../../lib/language/user_message.ts";
import { fewIdentitiesWarning } from "../../lib/training/run_warnings.ts";
import { catalogOf } from "../verification/catalog_of.ts";

Deno.test("few validation identities are warned of, with the setting that brings more", () => {
  const warning = (identities: number, validationData: string | null = null) =>
    fewIdentitiesWarning(
      {
        validation: { catalog: catalogOf("a/1.png"), images: [], identities, heldOut: 0 },
        folds: [],
      },
      { validationData },
    );
  assert.match(formatMessage(warning(29)!), /only 29 identities.*with validation$/);
  assert.match(formatMessage(warning(1)!), /only 1 identity,/);
  assert.match(formatMessage(warning(29, "others")!), /with validationData$/);
  assert.equal(warning(30), null);
});
