import { expect, test } from 'vitest';
import type { Entry } from '../../offline/index.ts';
import { deedsInOutbox, joined, keyOf, type LocalDeed, type LocalWork, type MadeRuling } from './local-deeds.ts';
import type { Member, Room, RoomFile, Ruling } from './room.ts';
import { quorumOfFile, roomNow } from './room-now.ts';
import { stopAfter, stopsOf } from './stops.ts';
import { lastRuled } from './undoing.ts';

const institutions = ['interior', 'health', 'finance', 'entraide_nationale', 'local_authority'] as const;

const member = (institution: (typeof institutions)[number], presence: Member['presence'] = 'present') =>
  ({
    id: institution,
    institution,
    presence,
    seat: 'titular',
    nameFr: '',
    nameAr: '',
    hasAccount: true,
    hasSigned: false,
  }) as const;

const aFile = (position: number, over: Partial<RoomFile> = {}) =>
  ({
    ...{ application: `file-${position}`, position, proposal: 'poor', isConcordant: true, isNearLimit: false },
    ...{ alerts: [], recused: [], writtenOpinions: [] },
    ...over,
  }) as unknown as RoomFile;

const aRuling = (over: Partial<Ruling> = {}): Ruling => ({
  ...{ id: 'theirs', sequence: 1, outcome: 'poor', reason: 'as-scored', againstScore: false, opinions: [] },
  ...{ ruledAt: '2026-11-28T09:00:00Z', needsSecond: false },
  ...over,
});

const aRoom = (files: readonly RoomFile[], over: Partial<Room> = {}) =>
  ({
    sitting: { id: 's', number: '1', heldOn: '2026-11-28', state: 'open', openedAt: '2026-11-28T08:00:00Z' },
    members: institutions.map((one) => member(one)),
    rules: {
      institutions,
      quorum: 3,
      chair: 'interior',
      batchSize: 10,
      readingSeconds: 20,
      overridesBeforeSecond: 2,
      capacity: 100,
    },
    files,
    ...over,
  }) as unknown as Room;

const made = (application: string, over: Partial<MadeRuling> = {}): MadeRuling => ({
  ...{ id: `made ${application}`, application, outcome: 'poor', reason: 'as-scored', ruledAt: '2026-11-28T09:10:00Z' },
  ...over,
});
const deed = (work: LocalWork, state: LocalDeed['state'] = 'kept'): LocalDeed => ({ key: keyOf(work), work, state });
const rule = (...rulings: MadeRuling[]): LocalWork => ({ does: 'rule', rulings });

test('what was ruled here stands at once, counts once it would outlive a power cut, and says that it is on its way until the server has it', () => {
  const work = rule(made('file-1'));
  const pressed = roomNow(aRoom([aFile(1), aFile(2)]), [deed(work, 'making')]);
  expect([pressed.decided, pressed.files[0]?.ruling?.outcome]).toEqual([0, 'poor']);
  const before = roomNow(aRoom([aFile(1), aFile(2)]), [deed(work)]);
  expect([before.decided, before.files[0]?.isKept]).toEqual([1, true]);
  const after = roomNow(aRoom([aFile(1, { ruling: aRuling({ id: 'made file-1' }) }), aFile(2)]), [deed(work, 'arrived')]);
  expect([after.decided, after.files[0]?.isKept]).toEqual([1, false]);
});

test('a ruling that is taken back here is gone at once, whoever made it', () => {
  const room = aRoom([aFile(1, { ruling: aRuling() }), aFile(2)]);
  const undo = deed({ does: 'undo', ruling: 'theirs' });
  expect(roomNow(room, [undo]).decided).toBe(0);
  expect(roomNow(room, [deed(rule(made('file-2'))), deed({ does: 'undo', ruling: 'made file-2' })]).decided).toBe(1);
  const again = roomNow(room, [undo, deed(rule(made('file-1', { outcome: 'refused', reason: 'covered-elsewhere' })))]);
  expect(again.files[0]?.ruling?.outcome).toBe('refused');
});

test('a file that two screens decided shows both decisions, and the one that stands is the first', () => {
  const room = aRoom([aFile(1, { ruling: aRuling({ outcome: 'vulnerable' }) })]);
  const { files, clashes, decided } = roomNow(room, [deed(rule(made('file-1')), 'refused')]);
  expect([files[0]?.ruling?.outcome, decided]).toEqual(['vulnerable', 1]);
  expect(clashes.map(({ mine, file }) => [mine.outcome, file.ruling?.outcome])).toEqual([['poor', 'vulnerable']]);
});

test('a member who leaves or says to be near a family takes the institution out of the quorum', () => {
  const three = institutions.slice(0, 3).map((one) => member(one));
  const room = aRoom([aFile(1), aFile(2)], { members: three });
  expect(roomNow(room, []).quorum.reached).toBe(true);
  const left = roomNow(room, [deed({ does: 'move', moves: [{ member: 'health', moved: 'left', at: '2026-11-28T09:00:00Z' }] })]);
  expect([left.quorum.reached, left.quorum.absent.includes('health')]).toEqual([false, true]);
  const out = roomNow(room, [deed({ does: 'recuse', application: 'file-1', member: 'health' })]);
  expect(out.files.map((file) => quorumOfFile(out, file).reached)).toEqual([false, true]);
});

test('past what the law lets a commission do alone, decisions against the score wait for a second person', () => {
  const against = (position: number) =>
    aFile(position, { ruling: aRuling({ id: `r${position}`, sequence: position, againstScore: true }) });
  const { againstScore, awaiting } = roomNow(aRoom([against(1), against(2), against(3)]), []);
  expect([againstScore, awaiting.map(({ position }) => position)]).toEqual([3, [3]]);
});

test('after the power was cut the outbox tells what was ruled and not sent; what arrived tells nothing', () => {
  const entry = (state: string, input: unknown, seq = 1) =>
    ({
      item: { id: `item-${seq}`, seq, file: 'sitting:s', work: { does: 'deed', deed: 'commissions.record-decisions', input } },
      standing: { state, tries: 0, failures: 0 },
    }) as unknown as Entry;
  const input = { sitting: 's', rulings: [made('file-2')], batch: { number: 4, shownAt: '' } };
  const found = deedsInOutbox([entry('acknowledged', null), entry('waiting', input, 2)], 's');
  expect(found).toMatchObject([{ state: 'kept', item: 'item-2', work: { does: 'rule', batch: 4 } }]);
  expect(deedsInOutbox([entry('waiting', input)], 'another')).toEqual([]);
  // What had arrived after the room was kept counts too, by what the server said of it.
  const told = {
    ...entry('acknowledged', null),
    standing: { state: 'acknowledged', output: { rulings: [made('file-1')] } },
  } as never;
  expect(deedsInOutbox([told], 's', { arrived: true })).toMatchObject([{ state: 'arrived', work: { does: 'rule' } }]);
  // The window that did it knows before the outbox does that it has arrived.
  const [own] = found;
  expect(joined(found, own ? [{ ...own, state: 'arrived' }] : []).map(({ state }) => state)).toEqual(['arrived']);
});

test('concordant files come in tens where the first of them stands, all others alone in the order of the agenda', () => {
  const files = Array.from({ length: 23 }, (_, place) => aFile(place + 1, place === 1 ? { isConcordant: false } : {}));
  const { files: now } = roomNow(aRoom(files), []);
  const stops = stopsOf(now, new Set(['file-5']), 10);
  expect(stops.map((stop) => (stop.kind === 'batch' ? stop.files.length : stop.file.position))).toEqual([10, 2, 5, 10, 23]);
  expect(stopAfter(stops, 2)).toMatchObject({ file: { position: 5 } });
  expect(stopAfter(stops, 23)).toMatchObject({ kind: 'batch' });
});

test('what asks for a word is never decided in a batch', () => {
  const loud = [
    aFile(1, { alerts: [{ kind: 'same-phone' }] as never }),
    aFile(2, { isNearLimit: true }),
    aFile(3, { before: { kind: 'adjourned', reason: 'papers-awaited', on: '2026-11-01' } as never }),
    aFile(4, { recused: [{ member: 'health', ground: 'declared' }] }),
  ];
  const { files } = roomNow(aRoom([...loud, aFile(5), aFile(6)]), []);
  expect(stopsOf(files, new Set(), 10).map(({ kind }) => kind)).toEqual(['file', 'file', 'file', 'file', 'batch']);
});

test('undoing takes back what was ruled last: a batch as a whole', () => {
  const at = (minute: number) => `2026-11-28T09:0${minute}:00Z`;
  const { files } = roomNow(
    aRoom([
      aFile(1, { ruling: aRuling({ id: 'a', batch: 1, ruledAt: at(3) }) }),
      aFile(2, { ruling: aRuling({ id: 'b', batch: 1, ruledAt: at(3) }) }),
      aFile(3, { ruling: aRuling({ id: 'c', ruledAt: at(1) }) }),
      aFile(4),
    ]),
    [],
  );
  expect(lastRuled(files).map(({ position }) => position)).toEqual([1, 2]);
});

test('a member who left and came back is there, also while one of the two has arrived at the server and the other is on its way', () => {
  const move = (moved: 'arrived' | 'left', at: string): LocalWork => ({ does: 'move', moves: [{ member: 'health', moved, at }] });
  const left = deed(move('left', '2026-11-28T09:10:00Z'), 'arrived');
  const back = deed(move('arrived', '2026-11-28T09:12:00Z'));
  const three = institutions.map((one) => member(one, one === 'finance' || one === 'interior' ? 'absent' : 'present'));
  const room = aRoom([aFile(1)], { members: three });
  expect(joined([back], [left, back])).toEqual([back, left]);
  expect(roomNow(room, joined([back], [left, back])).quorum.reached).toBe(true);
  expect(roomNow(room, [left]).quorum.reached).toBe(false);
});

test('what another screen told of a member since goes before what was done here', () => {
  const left: LocalWork = { does: 'move', moves: [{ member: 'health', moved: 'left', at: '2026-11-28T09:10:00Z' }] };
  const told = (since: string) => institutions.map((one) => ({ ...member(one), since }));
  const inHealth = (since: string) =>
    roomNow(aRoom([aFile(1)], { members: told(since) }), [deed(left, 'arrived')]).members.find(({ id }) => id === 'health');
  expect(inHealth('2026-11-28T09:20:00Z')?.presence).toBe('present');
  expect(inHealth('2026-11-28T08:00:00Z')?.presence).toBe('left');
});
