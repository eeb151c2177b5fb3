import { createOptimizer, type OptimizerName } from "../../lib/optimizers/registry.ts";
import type { OptimizerOptions } from "../../lib/optimizers/optimizer_options.ts";
import { testOnDevices } from "../kernels/support/test_on_devices.ts";
import { assertNear, Point } from "./bowl.ts";
// Made by tests/reference/optimizers.py.
import golden from "./schedule_free.json" with { type: "json" };

type Case = [entry: keyof typeof golden, OptimizerName, {
  rate: number;
  warmUp?: number;
  options?: Partial<OptimizerOptions>;
}];

const cases: Case[] = [
  ["AdamWSF(lr.01,wd.1,warmup10)", "schedule-free-adamw", {
    rate: 0.01,
    warmUp: 10,
    options: { weightDecay: 0.1 },
  }],
  ["RAdamSF()", "schedule-free-radam", { rate: 0.0025 }],
  ["RAdamSF(lr.01,b2=.99)", "schedule-free-radam", { rate: 0.01, options: { beta2: 0.99 } }],
  ["SGDSF(lr.01,wd.01,warmup5)", "schedule-free-sgd", {
    rate: 0.01,
    warmUp: 5,
    options: { weightDecay: 0.01 },
  }],
  ["AdamW(torch,lr1e-4,wd1e-5)", "adamw", { rate: 1e-4, options: { weightDecay: 1e-5 } }],
];

for (const [entry, name, { rate, warmUp = 1, options }] of cases) {
  testOnDevices(`${entry} follows its path`, [4, 8, 12], async () => {
    const path: { k: number; y: number[]; x?: number[] }[] = golden[entry].path;
    const point = new Point("linear");
    const optimiser = createOptimizer(name, point.groups, { weightDecay: 0, ...options });
    for (let k = 1; k <= path.at(-1)!.k; k++) {
      await point.step(optimiser, rate * Math.min(1, k / warmUp));
      const place = path.find((place) => place.k === k);
      if (!place) continue;
      assertNear(await point.values(), place.y, `step ${k}, training,`);
      optimiser.evalMode();
      assertNear(await point.values(), place.x ?? place.y, `step ${k}, evaluation,`);
      optimiser.trainMode();
    }
    optimiser.dispose();
    point.dispose();
  });
}
