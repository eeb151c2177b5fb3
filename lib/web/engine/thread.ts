import { runThread, type ThreadData } from "../../../kernels/wasm/runtime/run_thread.ts";

/** What a worker sees of its own thread. */
declare const self: { onmessage: (event: MessageEvent<ThreadData>) => void };

self.onmessage = ({ data }) => runThread(data);
