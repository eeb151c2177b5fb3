import { sampleValues } from "../../../../kernels/checks/sample_values.ts";
import * as reference from "../../../../kernels/reference/layers/squeeze_excite.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { numericGradient } from "../../support/numeric_gradient.ts";

Deno.test("the reference's gradient is the numeric gradient", () => {
  const shape = [2, 3, 4] as const, units = 3;
  const inputs = {
    shape,
    activation: "silu",
    x: sampleValues(24, 1),
    reduce: sampleValues(4 * units, 2),
    reduceBias: sampleValues(units, 3),
    expand: sampleValues(4 * units, 4),
    expandBias: sampleValues(4, 5),
  } as const;
  const dy = sampleValues(24, 6);
  const gradients = reference.squeezeExciteGradient(inputs, dy);
  for (const name of ["x", "reduce", "reduceBias", "expand", "expandBias"] as const) {
    const along = numericGradient((values) => {
      const y = reference.squeezeExcite({ ...inputs, [name]: values });
      return y.reduce((sum, value, i) => sum + value * dy[i]!, 0);
    }, inputs[name]);
    assertCloseTo(gradients[name], along, 1e-7);
  }
});
