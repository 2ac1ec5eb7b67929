/** What tells of a newer office, and puts it in place of this one. */
export type Versions = {
  isNewer(): boolean;
  subscribe(listener: () => void): () => void;
  /** Only where nothing is being typed: at the door. Gives false when there is nothing newer. */
  apply(): Promise<boolean>;
};

const ASK_AGAIN = 3_600_000;

/**
 * The office without a network comes from the service worker. A newer one is fetched beside it, each hour and at each opening, and waits; it is put
 * in place when the screen is locked, which an idle screen does by itself: so an entry is never interrupted, and no client grows old.
 */
export function watchVersions(): Versions {
  const listeners = new Set<() => void>();
  let registration: ServiceWorkerRegistration | undefined;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  void navigator.serviceWorker?.register('/office/service-worker.js', { scope: '/office/' }).then(
    (registered) => {
      registration = registered;
      registered.addEventListener('updatefound', () => registered.installing?.addEventListener('statechange', tell));
      setInterval(() => void registered.update().catch(() => undefined), ASK_AGAIN);
      tell();
    },
    // Without a service worker the office works as long as there is a line.
    () => undefined,
  );
  return {
    isNewer: () => registration?.waiting != null,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async apply() {
      const waiting = registration?.waiting;
      if (waiting == null) return false;
      const changed = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
      waiting.postMessage('take-over');
      await changed;
      location.reload();
      return true;
    },
  };
}
