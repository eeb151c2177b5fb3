/// <reference lib="dom" />
import { useEffect, useState } from "preact/hooks";

/** What the user does before anything could be lost. */
const touches = ["pointerdown", "keydown", "change", "drop", "paste"];

/**
 * Installs the service worker, with which the page works offline and computes on several threads.
 *
 * Threads come with the next load of the page. If the user has done nothing yet, that is at once.
 *
 * @returns true once there is a new version of the page
 */
export function useServiceWorker(): boolean {
  const [updated, setUpdated] = useState(false);
  useEffect(() => {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    let touched = false;
    const touch = () => touched = true;
    const first = !serviceWorker.controller;
    const takeOver = () => {
      if (!first) setUpdated(true);
      else if (!touched && !globalThis.crossOriginIsolated) location.reload();
    };
    for (const kind of touches) addEventListener(kind, touch, { capture: true });
    serviceWorker.addEventListener("controllerchange", takeOver);
    // Where it cannot be installed, the page works without it.
    serviceWorker.register("sw.js").catch(() => {});
    return () => {
      for (const kind of touches) removeEventListener(kind, touch, { capture: true });
      serviceWorker.removeEventListener("controllerchange", takeOver);
    };
  }, []);
  return updated;
}
