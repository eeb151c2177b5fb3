/// <reference lib="dom" />
import { useEffect, useState } from "preact/hooks";

/**
 * Installs the service worker, with which the page works offline, and computes on several threads from
 * its second load on.
 *
 * @returns true once there is a new version of the page
 */
export function useServiceWorker(): boolean {
  const [updated, setUpdated] = useState(false);
  useEffect(() => {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    // The first worker takes over a page that is as new as itself.
    const first = !serviceWorker.controller;
    const takeOver = () => setUpdated(!first);
    serviceWorker.addEventListener("controllerchange", takeOver);
    // Where it cannot be installed, the page works without it.
    serviceWorker.register("sw.js").catch(() => {});
    return () => serviceWorker.removeEventListener("controllerchange", takeOver);
  }, []);
  return updated;
}
