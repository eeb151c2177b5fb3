/** The schedules of the learning rate, by the names that settings have for them. */
export const scheduleNames = ["constant", "cosine", "plateau", "step", "exponential"] as const;

/** One of them. */
export type ScheduleName = typeof scheduleNames[number];
