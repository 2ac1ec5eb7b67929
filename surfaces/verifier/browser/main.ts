import { oneInHowMany, type SignatureCheck } from '#modules/cards';
import { toDate } from '#platform/dates';
import { loadTrustedKeys } from '../../office/client/codes/public-keys.ts';
import { signatureCheck } from '../../office/client/codes/signature-check.ts';
import { panelOf } from './answer-shown.ts';
import { askHere, type Shown, todayOf, type World } from './ask.ts';
import { readByCamera } from './camera.ts';
import { askOnLine, keepWaiting, settle, waitingOn } from './on-line.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { fetchSnapshot, readWorld } from './snapshot.ts';
import { paragraph, text } from './words.ts';

const KEY = 'key';
const OLD_DAYS = 3;
const DAY_MS = 86_400_000;

const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const show = (id: string, ...lines: readonly Node[]) => at(id).replaceChildren(...lines);

void begin();

async function begin(): Promise<void> {
  void navigator.serviceWorker?.register('/verifier/service-worker.js', { scope: '/verifier/' });
  void navigator.storage?.persist?.();
  const shelf = await openShelf();
  const ask = openDesk(shelf);
  at<HTMLFormElement>('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  at('keep').addEventListener('submit', (event) => {
    event.preventDefault();
    const field = at<HTMLInputElement>('key');
    if (field.value.trim() === '') return field.focus();
    void shelf
      .set(KEY, field.value.trim())
      .then(() => update(shelf))
      .then(() => (at('keep').hidden ? at('number') : field).focus());
  });
  at('update').addEventListener('click', () => void update(shelf));
  at('forget').addEventListener('click', () => void shelf.drop('').then(() => location.reload()));
  addEventListener('online', () => void update(shelf));
  openCamera(ask);
  await tellPicture(shelf);
  if ((await shelf.get(KEY)) !== undefined) await update(shelf);
  document.body.dataset.ready = 'yes';
}

/** What answers a question: first by this device, then by the register where there is a line. */
function openDesk(shelf: Shelf): () => Promise<void> {
  let asked = 0;
  let isTold = false;
  const field = at<HTMLInputElement>('number');
  // Whose number is typed next is another patient: neither the verdict nor the year of the one before is theirs.
  field.addEventListener('input', () => {
    show('answer');
    if (isTold) at<HTMLInputElement>('born').value = '';
    isTold = false;
    asked += 1;
  });
  return async () => {
    const own = ++asked;
    if (field.value.trim() === '') return field.focus();
    const world = { ...(await readWorld(shelf, Date.now())), check: await trustedCheck() };
    const shown = await askHere(field.value, at<HTMLInputElement>('born').value, world);
    if (own !== asked) return;
    isTold = shown.subject !== undefined;
    show('answer', panelOf(shown, world));
    const told = shown.number ?? field.value.trim();
    field.select();
    at('answer').scrollIntoView({ block: 'nearest' });
    const register = await askRegister(shelf, told, shown);
    if (own === asked && register !== undefined) tellRegister(register, shown, world);
    await tellWaiting(shelf);
  };
}

/** What the register says on line; `waiting` where there is no line to ask by; undefined where there is nothing to ask. */
async function askRegister(shelf: Shelf, number: string, { subject, answer }: Shown): Promise<string | undefined> {
  const key = await shelf.get<string>(KEY);
  if (subject === undefined || key === undefined) return undefined;
  const [state] = (navigator.onLine ? await askOnLine([subject], key) : undefined) ?? [];
  if (state === undefined) {
    await keepWaiting(shelf, { number, told: answer.state, subject });
    return 'waiting';
  }
  return state;
}

/** A card that was revoked stays so, whatever right its family has: the register was asked about the family. */
function tellRegister(register: string, shown: Shown, world: World): void {
  const { state } = shown.answer;
  const add = (line: Node) => document.querySelector('#answer .verdict__body')?.append(line);
  if (register === 'waiting') add(paragraph('verifier.on-line-waiting'));
  else if (register === state) add(paragraph('verifier.on-line-same'));
  else if (state === 'revoked') add(paragraph('verifier.on-line-other', { state: text(`verifier.state.${register}`) }));
  else show('answer', panelOf(shown, world, register));
}

async function trustedCheck(): Promise<SignatureCheck | undefined> {
  const keys = await loadTrustedKeys(localStorage);
  return keys && signatureCheck(keys);
}

let updating: Promise<void> | undefined;

/** One at a time: the line that comes back and a finger on the button may come together. */
function update(shelf: Shelf): Promise<void> {
  updating ??= updateOnce(shelf).finally(() => {
    updating = undefined;
  });
  return updating;
}

async function updateOnce(shelf: Shelf): Promise<void> {
  const key = await shelf.get<string>(KEY);
  if (key === undefined) return;
  const check = await trustedCheck();
  if (!check) return show('news', paragraph('verifier.fault.no-keys'));
  const onPiece = (done: number, all: number) => show('news', paragraph('verifier.fetching', { done, all }));
  const fetched = await fetchSnapshot({ shelf, check, key, onPiece });
  if (fetched.kind === 'refused') await shelf.drop(KEY);
  const news = { fresh: 'fetched', 'no-line': 'no-line', refused: 'fault.refused' };
  show('news', paragraph(`verifier.${fetched.kind === 'fault' ? `fault.${fetched.fault}` : news[fetched.kind]}`));
  await tellPicture(shelf);
  const settled = await settle(shelf, key);
  await tellWaiting(shelf);
  if (settled)
    at('waiting').append(
      ...(settled.confirmed > 0 ? [paragraph('verifier.waiting-settled', { count: settled.confirmed })] : []),
      ...settled.differing.map(({ number, told, state }) =>
        paragraph('verifier.waiting-differs', { number, ...inWords(told, state) }),
      ),
    );
}

function inWords(told: string, state: string) {
  return { told: text(`verifier.state.${told}`), state: text(`verifier.state.${state}`) };
}

async function tellPicture(shelf: Shelf): Promise<void> {
  const { sets, now } = await readWorld(shelf, Date.now());
  const last = sets.at(-1)?.manifest;
  const hasKey = (await shelf.get(KEY)) !== undefined;
  at('keep').hidden = hasKey;
  at('kept').hidden = !hasKey;
  if (!last) return show('picture', paragraph('verifier.picture-none'));
  const age = Math.max(0, Math.round((Date.parse(todayOf({ now }).toString()) - Date.parse(last.day)) / DAY_MS));
  const oneIn = oneInHowMany(sets.map(({ manifest }) => manifest));
  const facts = { day: toDate(last.day), age, oneIn: Number.isFinite(oneIn) ? oneIn : 0 };
  show('picture', paragraph('verifier.picture-of', facts), ...(age > OLD_DAYS ? [paragraph('verifier.picture-old')] : []));
}

async function tellWaiting(shelf: Shelf): Promise<void> {
  const { length: count } = await waitingOn(shelf);
  show('waiting', count === 0 ? paragraph('verifier.waiting-none') : paragraph('verifier.waiting-count', { count }));
}

function openCamera(ask: () => Promise<void>): void {
  const button = at<HTMLButtonElement>('camera');
  const video = at<HTMLVideoElement>('video');
  let close: (() => void) | undefined;
  const stop = () => {
    close?.();
    close = undefined;
    video.hidden = true;
    button.textContent = text('verifier.camera');
  };
  button.hidden = navigator.mediaDevices === undefined;
  button.addEventListener('click', async () => {
    if (close) return stop();
    video.hidden = false;
    const opened = await readByCamera(video, (found) => {
      stop();
      const field = at<HTMLInputElement>('number');
      field.value = found;
      field.dispatchEvent(new Event('input'));
      void ask();
    });
    if (opened === false) {
      stop();
      return show('news', paragraph('verifier.camera-refused'));
    }
    close = opened;
    button.textContent = text('verifier.camera-stop');
  });
}
