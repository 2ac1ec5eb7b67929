import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { holderOfRole } from '../queries/holder-of-role.ts';
import { CAST_PASSWORD } from '../testing/cast.ts';
import { appointAgent } from './appoint-agent.ts';
import { deactivateAgent, reactivateAgent } from './close-account.ts';
import { endPostOfAgent } from './end-post.ts';
import { givePostToAgent } from './give-post.ts';
import { resetPasswordOfAgent, resetSecondFactorOfAgent } from './reset-secrets.ts';
import { findSignedIn, signIn } from './sign-in.ts';

let house: TestHouse;
/** Of the province of Azilal. */
let province: Actor;
let nation: Actor;
let counter: Actor;
const reason = 'asked by letter';
const first = 'olives de mars';

beforeAll(async () => {
  house = await openTestHouse();
  [province, nation, counter] = await Promise.all([house.as('amina.admin'), house.as('hicham.admin'), house.as('hanane.azilal')]);
});
beforeEach(() => house.owner.pool.query('update staff.agent set active = true, failed_attempts = 0, locked_until = null'));
afterAll(() => house.close());

const idOf = ({ id }: Actor) => id.slice('agent:'.length);
const today = () => house.house.clock.now().toZonedDateTimeISO('Africa/Casablanca').toPlainDate();
const person = (login: string) => ({
  login,
  nameFr: 'Malika Tahiri',
  nameAr: 'مليكة الطاهري',
  institution: 'interior',
  role: 'counter-agent' as const,
  territory: '05.081.01.01',
  temporaryPassword: first,
});

async function appointed(login: string, changes: object = {}): Promise<{ agent: string; post: string }> {
  return expectDone(await house.do(nation, appointAgent, { ...person(login), ...changes }), 'appoint');
}

describe('appoint-agent', () => {
  test('takes an agent on, who chooses another password before anything opens; no trace of the first is left', async () => {
    const input = person('m.tahiri');
    const otherInput = { ...input, nameFr: 'Another' };
    const { output, lines } = await expectProperDeed(house, appointAgent, { by: province, input, otherInput });
    expect(lines).toMatchObject([
      { book: '05.081', subject: `agent:${output.agent}`, reason: expect.stringMatching(/^counter-agent/) },
    ]);
    expect(await signIn(house.house, { login: 'm.tahiri', password: first })).toEqual({ refused: 'new-password-needed' });
    const { rows } = await house.owner.pool.query(
      `select count(*)::int as n from platform.deed where coalesce(output::text, '') ~ $1 or input_digest ~ $1`,
      [first],
    );
    expect(rows[0].n).toBe(0);
  });

  test('is the same deed when only the password made for it differs', async () => {
    const key = newId();
    const one = expectDone(await house.do(province, appointAgent, person('n.tahiri'), key), 'appoint');
    const again = await house.do(province, appointAgent, { ...person('n.tahiri'), temporaryPassword: 'another of mine' }, key);
    expect(again).toEqual({ ok: true, output: one, repeated: true });
  });

  test.each([
    ['a login that is taken', { login: 'hanane.azilal' }, 'login-taken'],
    ['a weak password', { temporaryPassword: 'short' }, 'password-too-weak'],
    ['another province', { territory: '05.091' }, 'beyond-your-gift'],
    ['the nation', { territory: '' }, 'beyond-your-gift'],
    ['an administrator’s post', { role: 'province-administrator' as const, territory: '05.081' }, 'beyond-your-gift'],
  ])('refuses %s', (_what, changes, as) =>
    expectRefused(house, appointAgent, { by: province, input: { ...person('o.tahiri'), ...changes }, as }),
  );

  test('is not for a counter', () =>
    expectRefused(house, appointAgent, { by: counter, input: person('o.tahiri'), as: 'not-allowed' }));

  test('is held by the database itself to the post in whose name it is done', async () => {
    const widened = { ...province, scopes: ['*'] };
    const input = { ...person('p.tahiri'), territory: '05.091' };
    expect(await house.do(widened, appointAgent, input)).toMatchObject({ refusal: { refused: 'beyond-your-gift' } });
    const forged = { ...nation, post: idOf(counter) };
    expect(await house.do(forged, appointAgent, input)).toMatchObject({ refusal: { refused: 'beyond-your-gift' } });
  });
});

describe('give-post and end-post', () => {
  test('an agent holds one more post from a day, until its last day is said', async () => {
    const { agent } = await appointed('q.tahiri');
    const input = { agent, role: 'counter-agent', territory: '05.081.01.03' } as const;
    const given = await expectProperDeed(house, givePostToAgent, {
      by: province,
      input,
      otherInput: { ...input, territory: '05.081.03.07' },
    });
    const holder = async () =>
      expectDone(await house.ask(nation, holderOfRole, { role: 'counter-agent', territory: '05.081.01.03' }), 'holder').holder;
    expect(await holder()).toMatchObject({ agent, post: given.output.post });
    const { post } = given.output;
    const lastDay = today().toString();
    await expectProperDeed(house, endPostOfAgent, { by: province, input: { post, lastDay }, otherInput: { post } });
    expect(await holder()).toMatchObject({ agent });
    await house.owner.pool.query(`update staff.post set held_to = held_to - 1, held_from = held_from - 2 where id = $1`, [post]);
    expect((await holder())?.agent).not.toBe(agent);
  });

  test('giving is refused where it must be', async () => {
    const { agent } = await appointed('r.tahiri');
    const { agent: stranger } = await appointed('s.tahiri', { territory: '09.001' });
    const input = { agent, role: 'counter-agent', territory: '05.081.01.03' } as const;
    const refused = (changes: object, as: string, by = province) =>
      expectRefused(house, givePostToAgent, { by, input: { ...input, ...changes }, as });
    await refused({ agent: newId() }, 'agent-unknown');
    await refused({ agent: stranger }, 'agent-unknown');
    await refused({ agent: idOf(nation) }, 'own-account', nation);
    await refused({ territory: '05.091' }, 'beyond-your-gift');
    await refused({ from: '2026-12-02', until: '2026-12-01' }, 'days-reversed');
    await refused({ territory: '05.081.01.01' }, 'post-held-already');
    await refused({ role: 'commission-secretary', territory: '05.081' }, 'posts-kept-apart');
    await refused({}, 'not-allowed', counter);
  });

  test('ending is refused where it must be', async () => {
    const { post } = await appointed('t.tahiri');
    const { post: elsewhere } = await appointed('u.tahiri', { territory: '09.001' });
    const refused = (input: { post: string; lastDay?: string }, as: string, by = province) =>
      expectRefused(house, endPostOfAgent, { by, input, as });
    await refused({ post: newId() }, 'post-unknown');
    await refused({ post: elsewhere }, 'post-unknown');
    await refused({ post: nation.post ?? '' }, 'own-account', nation);
    await refused({ post, lastDay: '2020-01-01' }, 'days-reversed');
    await refused({ post }, 'not-allowed', counter);
    await house.owner.pool.query(`update staff.post set held_from = '2020-01-01', held_to = '2020-02-01' where id = $1`, [post]);
    await refused({ post }, 'post-over');
  });
});

describe('the account of an agent', () => {
  const credentials = { login: 'hanane.azilal', password: CAST_PASSWORD };
  const entered = async () => {
    const outcome = await signIn(house.house, credentials);
    if ('refused' in outcome) throw new Error(outcome.refused);
    return outcome.token;
  };

  test('is closed at once, with its sessions, and opened again', async () => {
    const token = await entered();
    const input = { agent: idOf(counter), reason };
    const otherInput = { ...input, reason: 'another reason' };
    await expectProperDeed(house, deactivateAgent, { by: province, input, otherInput });
    expect(await findSignedIn(house.house, token)).toBeUndefined();
    expect(await signIn(house.house, credentials)).toEqual({ refused: 'wrong-credentials' });
    await expectRefused(house, deactivateAgent, { by: province, input, as: 'not-active' });
    await expectProperDeed(house, reactivateAgent, { by: province, input, otherInput });
    await expectRefused(house, reactivateAgent, { by: province, input, as: 'active-already' });
    expect(await findSignedIn(house.house, token)).toBeUndefined();
    await entered();
  });

  test('gets another password, which opens nothing until it is replaced', async () => {
    const { agent } = await appointed('v.tahiri');
    await house.owner.pool.query('update staff.agent set password_temporary = false where id = $1', [agent]);
    const input = { agent, temporaryPassword: 'amandes de mai', reason };
    await expectProperDeed(house, resetPasswordOfAgent, { by: province, input, otherInput: { ...input, reason: 'another' } });
    expect(await signIn(house.house, { login: 'v.tahiri', password: first })).toEqual({ refused: 'wrong-credentials' });
    expect(await signIn(house.house, { login: 'v.tahiri', password: 'amandes de mai' })).toEqual({
      refused: 'new-password-needed',
    });
    const weak = { ...input, temporaryPassword: 'short' };
    await expectRefused(house, resetPasswordOfAgent, { by: province, input: weak, as: 'password-too-weak' });
  });

  test('is freed of a telephone that was lost', async () => {
    const agent = idOf(counter);
    await house.owner.pool.query(`update staff.agent set second_factor_secret = 'JBSWY3DPEHPK3PXP' where id = $1`, [agent]);
    expect(await signIn(house.house, credentials)).toEqual({ refused: 'second-factor-needed' });
    const input = { agent, reason };
    await expectProperDeed(house, resetSecondFactorOfAgent, { by: province, input, otherInput: { ...input, reason: 'another' } });
    await entered();
  });

  const reasoned = (agent: string) => ({ agent, reason, temporaryPassword: first });
  const deeds = [deactivateAgent, reactivateAgent, resetPasswordOfAgent, resetSecondFactorOfAgent] as const;
  test.each(deeds.map((deed) => [deed.name, deed] as const))('%s is refused where it must be', async (_name, deed) => {
    const both = await appointed(`both.${deed.name.slice(6, 20)}`);
    const refused = (agent: string, as: string, by = province) =>
      expectRefused(house, deed as typeof deactivateAgent, { by, input: reasoned(agent), as });
    await refused(newId(), 'agent-unknown');
    await refused(idOf(nation), 'agent-unknown');
    await refused(idOf(nation), 'own-account', nation);
    expectDone(
      await house.do(nation, givePostToAgent, { agent: both.agent, role: 'counter-agent', territory: '09.001' }),
      'give',
    );
    await refused(both.agent, 'agent-elsewhere');
    await refused(idOf(counter), 'not-allowed', counter);
  });
});
