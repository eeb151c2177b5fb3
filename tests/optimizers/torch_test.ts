import { createOptimizer, type OptimizerName } from "../../lib/optimizers/registry.ts";
import type { OptimizerOptions } from "../../lib/optimizers/optimizer_options.ts";
import { testOnAllInFull } from "../kernels/support/test_on_devices.ts";
import { assertNear, Point } from "./bowl.ts";
// Made by tests/reference/optimizers.py.
import torch from "./torch.json" with { type: "json" };

const cases: Record<keyof typeof torch, [OptimizerName, Partial<OptimizerOptions>]> = {
  adam: ["adam", {}],
  adamw: ["adamw", {}],
  sgd: ["sgd", {}],
  ranger: ["ranger", {}],
  clipped: ["sgd", { clip: 2 }],
  accumulated: ["adamw", { clip: 5, accumulate: 3 }],
};

for (const [title, [name, options]] of Object.entries(cases)) {
  const { rate, path } = torch[title as keyof typeof torch];
  testOnAllInFull(`${title} follows PyTorch's path`, [4, 8, 12, 16], async () => {
    const point = new Point("linear");
    const whole = { weightDecay: 0.1, ...options };
    const optimiser = createOptimizer(name, point.groups, whole);
    for (let k = 1; k <= path.at(-1)!.k; k++) {
      for (let batch = 1; batch <= (options.accumulate ?? 1); batch++) {
        await point.step(optimiser, rate, batch);
      }
      const place = path.find((place) => place.k === k);
      if (place) assertNear(await point.values(), place.y, `step ${k},`);
    }
    optimiser.dispose();
    point.dispose();
  });
}
