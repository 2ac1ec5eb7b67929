/** The files of this version of the office, written in when it is built. */
declare const OFFICE_FILES: readonly string[];
declare const OFFICE_VERSION: string;

type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Scope = {
  addEventListener(type: 'install' | 'activate', heard: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void;
  addEventListener(type: 'message', heard: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const scope = globalThis as unknown as Scope;
const STORE = `ramed-office-${OFFICE_VERSION}`;
const PAGE = '/office/index.html';

// The whole version is there or none of it: half an office without a network is none.
scope.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => scope.clients.claim()));
});

// A page says when nothing is being typed: only then does this version take over.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && isOfOffice(pathname)) return event.respondWith(kept(PAGE, request));
  if (OFFICE_FILES.includes(pathname)) event.respondWith(kept(pathname, request));
});

async function kept(path: string, request: Request): Promise<Response> {
  const store = await caches.open(STORE);
  return (await store.match(path)) ?? fetch(request);
}

function isOfOffice(pathname: string): boolean {
  return pathname.startsWith('/office/') && !pathname.endsWith('examples.html');
}

/** What an earlier version has under the same name is the same: only what changed comes over the line. */
async function keepFiles(): Promise<void> {
  const store = await caches.open(STORE);
  for (const path of OFFICE_FILES) {
    const earlier = path.startsWith('/office/assets/') ? await caches.match(path) : undefined;
    const answer = earlier ?? (await fetch(path, { cache: 'no-cache', redirect: 'error' }));
    if (!answer.ok) throw new Error(`the office lacks ${path}`);
    await store.put(path, answer.clone());
  }
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('ramed-office-') && name !== STORE).map((name) => caches.delete(name)),
  );
}
