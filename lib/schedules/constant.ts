import { defineSchedule } from "./schedule_definition.ts";

/** The highest learning rate throughout. */
export const constant = defineSchedule({ name: "constant", fractionAt: () => 1 });
