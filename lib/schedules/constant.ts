import { defineSchedule, type ScheduleDefinition } from "./schedule_definition.ts";

/** The highest learning rate throughout. */
export const constant: ScheduleDefinition<"constant"> = defineSchedule({
  name: "constant",
  fractionAt: () => 1,
});
