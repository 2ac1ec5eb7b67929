import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { covers } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { findCommune } from '../data/load-territory.ts';
import { counterKinds, findCounter, insertCounter, saveCounter } from '../store/counters.ts';

const Name = z.string().trim().min(2).max(160);
const named = { nameFr: Name, nameAr: Name, address: z.string().trim().max(300).optional() };

/** Opens a counter in a commune of the jurisdiction, from a day. */
export const openCounter = defineAction({
  name: 'territory.open-counter',
  summary: 'Open a counter in a commune',
  permission: 'territory:administer',
  input: z.object({ commune: z.string().max(20), kind: z.enum(counterKinds), ...named, from: z.iso.date().optional() }),
  output: z.object({ counter: z.uuid() }),
  refusals: ['commune-elsewhere'],
  async run(context, { commune, kind, nameFr, nameAr, address, from }) {
    if (!findCommune(commune) || !covers(context.actor, commune)) return refuse('commune-elsewhere', { place: 'commune' });
    const counter = {
      ...{ id: newId(), territory: commune, kind, name_fr: nameFr, name_ar: nameAr, address: address || null },
      ...{ opened_on: from ?? context.today.toString(), closed_on: null },
    };
    await insertCounter(context.tx, counter);
    context.journal({ subject: `counter:${counter.id}`, territory: commune, reason: nameFr, after: digestOf(counter) });
    return { counter: counter.id };
  },
});

/** Gives a counter its name and address anew. */
export const renameCounter = defineAction({
  name: 'territory.rename-counter',
  summary: 'Change the name and address of a counter',
  permission: 'territory:administer',
  input: z.object({ counter: z.uuid(), ...named }),
  output: z.object({ counter: z.uuid() }),
  refusals: ['counter-unknown'],
  async run(context, { counter: id, nameFr, nameAr, address }) {
    const counter = await findCounter(context.tx, id);
    if (!counter || !covers(context.actor, counter.territory)) return refuse('counter-unknown', { place: 'counter' });
    const changed = { ...counter, name_fr: nameFr, name_ar: nameAr, address: address || null };
    await saveCounter(context.tx, changed);
    const digests = { before: digestOf(counter), after: digestOf(changed) };
    context.journal({ subject: `counter:${id}`, territory: counter.territory, reason: nameFr, ...digests });
    return { counter: id };
  },
});

/** Says the last day of a counter, today where none is said; said again, the day is another. */
export const closeCounter = defineAction({
  name: 'territory.close-counter',
  summary: 'Say the last day of a counter',
  permission: 'territory:administer',
  input: z.object({ counter: z.uuid(), lastDay: z.iso.date().optional() }),
  output: z.object({ counter: z.uuid() }),
  refusals: ['counter-unknown', 'closed-before-opened'],
  async run(context, { counter: id, lastDay = context.today.toString() }) {
    const counter = await findCounter(context.tx, id);
    if (!counter || !covers(context.actor, counter.territory)) return refuse('counter-unknown', { place: 'counter' });
    if (lastDay < counter.opened_on) return refuse('closed-before-opened', { place: 'lastDay' });
    const closed = { ...counter, closed_on: lastDay };
    await saveCounter(context.tx, closed);
    const digests = { before: digestOf(counter), after: digestOf(closed) };
    context.journal({ subject: `counter:${id}`, territory: counter.territory, reason: lastDay, ...digests });
    return { counter: id };
  },
});
