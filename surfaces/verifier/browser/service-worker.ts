/** The files of this version of the page, written in when it is built. */
declare const VERIFIER_FILES: readonly string[];
declare const VERIFIER_VERSION: string;

type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Scope = {
  addEventListener(type: 'install' | 'activate', heard: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const scope = globalThis as unknown as Scope;
const STORE = `ramed-verifier-${VERIFIER_VERSION}`;

// The whole version is there or none of it. Nothing is typed here that a new version could lose: it takes over at once.
scope.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !VERIFIER_FILES.includes(pathname)) return;
  event.respondWith(kept(pathname, request));
});

async function kept(path: string, request: Request): Promise<Response> {
  const store = await caches.open(STORE);
  return (await store.match(path)) ?? fetch(request);
}

async function keepFiles(): Promise<void> {
  const store = await caches.open(STORE);
  await store.addAll(VERIFIER_FILES.map((path) => new Request(path, { cache: 'no-cache' })));
}

async function dropOthers(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('ramed-verifier-') && name !== STORE);
  await Promise.all(names.map((name) => caches.delete(name)));
}
