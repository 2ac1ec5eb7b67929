import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordDecisions, sealSitting } from '#modules/commissions';
import { CAST_PASSWORD } from '#modules/staff';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPdf, aPhoto, aPng, eicar } from '../../modules/documents/testing/samples.ts';
import { aFamily } from '../testing/families.ts';
import { aRuling, checkRequests, everyMember, fileOf, openRoom, schedule } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
beforeAll(async () => {
  process.env.RAMED_PARTNER_SCANNER_TIMEOUT_MS = '500';
  served = await openServedHouse();
}, 60_000);
beforeEach(() => served.partners.scanner?.control.switch({ mode: 'up' }));
afterAll(() => served?.close());

async function headersOf(login: string | undefined): Promise<Record<string, string>> {
  if (login === undefined) return {};
  const payload = { login, password: CAST_PASSWORD };
  const answer = await served.app.inject({ method: 'POST', url: '/api/sign-in', payload });
  return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
}

/** Minutes that nobody has signed, with who came. */
async function sealed() {
  const files = await checkRequests(served, aFamily());
  const sitting = await schedule(served, files);
  await openRoom(served, sitting);
  const secretary = await served.as('naima.secretary');
  const rulings = files.map((file) => aRuling(file));
  expectDone(await served.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  const { minutesDigest: digest } = expectDone(await served.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  const members = await everyMember(served, (await fileOf(served, files[0] ?? '')).territory);
  return { sitting, digest, members };
}

type Sending = {
  readonly sitting: string;
  readonly digest: string;
  readonly members: readonly string[];
  readonly bytes: Buffer;
  readonly by?: string | undefined;
  readonly key?: string;
};

async function send({ sitting, digest, members, bytes, key = newId(), ...who }: Sending) {
  const headers = await headersOf('by' in who ? who.by : 'naima.secretary');
  const query = new URLSearchParams({ digest });
  for (const member of members) query.append('member', member);
  const answer = await served.app.inject({
    method: 'POST',
    url: `/api/signed-minutes/${sitting}?${query}`,
    headers: { ...headers, 'idempotency-key': key, 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
  return { status: answer.statusCode, headers: answer.headers, ...answer.json<{ page?: string; refused?: string }>() };
}

async function open(login: string | undefined, path: string) {
  return served.app.inject({ method: 'GET', url: `/api/signed-minutes/${path}`, headers: await headersOf(login) });
}

async function kept() {
  const { rows } = await served.owner.pool.query(
    `select (select count(*)::int from commissions.signed_paper) as papers, (select count(*)::int from commissions.signature) as signatures,
       (select count(*)::int from documents.page) as pages`,
  );
  return rows[0];
}

describe('the scan of signed minutes', () => {
  test('is kept as it came, once for each key, and opened by the province, the members and the auditor', async () => {
    const { sitting, digest, members } = await sealed();
    const bytes = aPdf({ sheets: 3 });
    const sent = { sitting, digest: digest.slice(0, 8), members: members.slice(0, 2), bytes, key: newId() };
    const { status, page } = await send(sent);
    expect(status).toBe(200);
    expect(await send(sent)).toMatchObject({ status: 200, page });
    expect(await kept()).toMatchObject({ papers: 1, signatures: 2 });
    for (const login of ['naima.secretary', 'driss.province', 'omar.interior', 'fatima.auditor']) {
      const opened = await open(login, `${sitting}/${page}`);
      expect(opened.headers, login).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
      expect(opened.headers['content-security-policy']).toContain('sandbox');
      expect(Buffer.compare(opened.rawPayload, bytes)).toBe(0);
    }
    const reads = await served.owner.pool.query('select count(*)::int as reads from audit.reading where subject = $1', [
      `sitting:${sitting}`,
    ]);
    expect(reads.rows[0].reads).toBeGreaterThanOrEqual(4);
    const statuses = [
      await open(undefined, `${sitting}/${page}`),
      await open('hanane.azilal', `${sitting}/${page}`),
      await open('naima.secretary', `${sitting}/${newId()}`),
      await open('naima.secretary', `${newId()}/${page}`),
    ].map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([401, 404, 404, 404]);
  });

  test('that is no paper, is cut off, too large or infected, or that nobody has looked at is not kept, and says why', async () => {
    const { sitting, digest, members } = await sealed();
    const before = await kept();
    const refused = async (bytes: Buffer) => (await send({ sitting, digest, members, bytes })).refused;
    expect(await refused(Buffer.alloc(0))).toBe('empty');
    expect(await refused(Buffer.from('the minutes, signed'))).toBe('not-a-paper');
    expect(await refused(aPng().subarray(0, 30))).toBe('unreadable');
    expect(await refused(aPhoto({ width: 90, height: 90 }))).toBe('too-small');
    expect(await refused(aPhoto({ bytes: 9 * 1_048_576 }))).toBe('too-large');
    expect(await refused(aPdf({ extra: '<< /S /JavaScript >>' }))).toBe('active');
    expect(await refused(aPdf({ extra: eicar }))).toBe('infected');
    served.partners.scanner?.control.switch({ mode: 'down' });
    expect(await refused(aPdf({ sheets: 2 }))).toBe('scan-unchecked');
    expect(await kept()).toEqual(before);
    served.partners.scanner?.control.switch({ mode: 'up' });
    expect(await send({ sitting, digest, members, bytes: aPdf({ sheets: 2 }) })).toMatchObject({ status: 200 });
  });

  test('is taken from whoever holds the sitting alone, for these minutes and for who sat', async () => {
    const { sitting, digest, members } = await sealed();
    const before = await kept();
    const sent = { sitting, digest, members, bytes: aPng() };
    const answers = [
      await send({ ...sent, by: undefined }),
      await send({ ...sent, by: 'omar.interior' }),
      await send({ ...sent, by: 'samira.appeals' }),
      await send({ ...sent, digest: 'a'.repeat(64) }),
      await send({ ...sent, digest: 'no digest' }),
      await send({ ...sent, members: [newId()] }),
      await send({ ...sent, members: [] }),
      await send({ ...sent, key: 'short' }),
    ].map(({ status, refused }) => [status, refused]);
    expect(answers).toEqual([
      [401, 'not-allowed'],
      [403, 'not-allowed'],
      [422, 'not-allowed'],
      [422, 'paper-differs'],
      [400, 'wrong-input'],
      [422, 'not-sat'],
      [400, 'wrong-input'],
      [400, 'idempotency-key-needed'],
    ]);
    expect(await kept()).toEqual(before);
  });
});
