import { answerInOrder } from "../../io/worker_lane.ts";
import { inspectFiles } from "./inspect_files.ts";

answerInOrder(inspectFiles);
