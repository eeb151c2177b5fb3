import { startEngine } from "../engine/engine.ts";

declare const document: { title: string };
declare global {
  var engine: unknown;
}

startEngine({
  worker: new URL("worker.js", location.href),
  backend: (new URL(location.href).searchParams.get("backend") ?? "auto") as "auto",
}).then((engine) => {
  globalThis.engine = engine;
  document.title = "ready";
}, (error) => {
  document.title = error.message;
});
