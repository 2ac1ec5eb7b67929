import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { heldFields, leavings, leavingsOf } from '../model/known-newcomer.ts';
import { findLifeEvent } from '../store/life-events.ts';
import { knownNewcomer } from './known-newcomer.ts';
import { Name } from './life-event.ts';

const Family = z.object({
  registration: z.string(),
  request: z.uuid(),
  territory: z.string(),
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
  entitledBy: z.string(),
  since: z.string(),
  /** How it may leave that family with the decision. */
  leavings: z.array(z.enum(leavings)),
});

/**
 * What is known of whoever comes into a family by an event that was reported, for the person who is about to decide it: the fields in which the
 * register knows the bearer of that card otherwise, and the families in which that person has rights.
 */
export const newcomerOfEvent = defineQuery({
  name: 'entitlements.newcomer-of-event',
  summary: 'Who comes into a family by a reported change, as the register and other families know them',
  permission: 'entitlements:decide-event',
  input: z.object({ event: z.uuid() }),
  output: z.object({ differs: z.array(z.enum(heldFields)), elsewhere: z.array(Family) }),
  noted: ({ elsewhere }) => elsewhere.map(({ request, territory }) => ({ subject: `application:${request}`, territory })),
  async run({ tx, today }, { event: id }) {
    const event = await findLifeEvent(tx, id);
    const { newcomer } = event?.stated ?? {};
    if (!event || !newcomer) return { differs: [], elsewhere: [] };
    const { differs, elsewhere } = await knownNewcomer({ tx, today }, event.registration_number, newcomer);
    return {
      differs: [...differs],
      elsewhere: elsewhere.map(({ person: _person, ...family }) => ({ ...family, leavings: leavingsOf(family.entitledBy) })),
    };
  },
});
