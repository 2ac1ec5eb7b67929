import { z } from 'zod';
import { listNewcomerCovers } from '#modules/coverage';
import { listEverStated } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import { listWaitingEvents } from '../store/life-events.ts';
import { LifeEvent, toLifeEvent } from './life-event.ts';

const Place = z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() });
const PAGE = 50;

/** What was reported in families of the asker's jurisdiction and waits for a decision, the longest waiting first. */
export const waitingLifeEvents = defineQuery({
  name: 'entitlements.waiting-life-events',
  summary: 'Changes reported in families that wait for a decision',
  permission: 'entitlements:decide-event',
  input: z.object({ after: Place.optional() }),
  output: z.object({
    events: z.array(LifeEvent.extend({ registration: z.string(), request: z.uuid(), territory: z.string() })),
    next: Place.optional(),
  }),
  noted: ({ events }) => events.map(({ request, territory }) => ({ subject: `application:${request}`, territory })),
  async run({ tx }, { after }) {
    const rows = await listWaitingEvents(tx, { after, limit: PAGE });
    const stated = await listEverStated(tx, [...new Set(rows.map((row) => row.request_id))]);
    const members = new Map(stated.map((one) => [`${one.requestId}/${one.personId}`, one]));
    const covers = await listNewcomerCovers(
      tx,
      rows.map(({ id }) => id),
    );
    const last = rows.length === PAGE ? rows.at(-1) : undefined;
    return {
      events: rows.map((row) => ({
        ...toLifeEvent(row, { member: members.get(`${row.request_id}/${row.person_id}`), cover: covers.get(row.id) }),
        ...{ registration: row.registration_number, request: row.request_id, territory: row.territory },
      })),
      ...(last ? { next: { at: last.reported_at, id: last.id } } : {}),
    };
  },
});
