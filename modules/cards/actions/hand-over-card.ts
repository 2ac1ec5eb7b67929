import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { type DeedContext, defineAction } from '#platform/actions';
import { toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { normaliseTyped } from '#platform/numbers';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/custody.ts';
import { findCardForUpdate } from '../store/cards.ts';
import { insertHandOver } from '../store/custody.ts';
import type { CardRow } from '../store/tables.ts';
import { cardLine, pass, settle } from './of-custody.ts';

const Recipient = z.object({
  kind: z.enum(['head', 'member', 'proxy']),
  name: z.string().trim().min(1).max(120),
  paper: z.enum(['cnie', 'passport', 'power-of-attorney', 'family-booklet']),
  paperNumber: z.string().trim().min(1).max(40),
});

/**
 * Gives a card to its family: who took it, on which paper, and the card's own code read a second time as it crosses the desk, so that what
 * was given is what was looked up. The card is active from then on. Refuses a national card that is no adult's of the family, unless a proxy shows it.
 */
export const handOverCard = defineAction({
  name: 'cards.hand-over-card',
  summary: 'Give a card to its family, on proof',
  permission: 'cards:hand-over',
  input: z.object({
    serial: z.string().max(32),
    /** The text of the card's code, as the scanner read it the second time. */
    code: z.string().max(2_000),
    registration: z.string().max(32),
    recipient: Recipient,
  }),
  output: z.object({ serial: z.string(), state: z.literal('active') }),
  refusals: ['card-unknown', 'card-not-here', 'code-differs', 'family-differs', 'paper-differs'],
  async run(context, { serial, code, registration, recipient }) {
    const card = await findCardForUpdate(context.tx, serial);
    if (!card) return refuse('card-unknown', { place: 'serial' });
    if (!mayPass(card.state, 'handOver') || card.parcel_id)
      return refuse('card-not-here', { place: 'serial', facts: { state: card.state } });
    if (card.registration_number !== registration) return refuse('family-differs', { place: 'registration' });
    if (card.credential !== code.trim()) return refuse('code-differs', { place: 'code' });
    if (await isPaperOfNobody(context, card, recipient)) return refuse('paper-differs', { place: 'recipient.paperNumber' });
    await insertHandOver(context.tx, {
      ...{ id: newId(), serial, territory: card.territory, at: context.now.toString(), actor: context.actor.id },
      ...{ recipient: recipient.kind, name: recipient.name, paper: recipient.paper, paper_number: recipient.paperNumber },
      ...{ undone_at: null, undone_as: null, undone_why: null },
    });
    await pass(context, 'handOver', { cards: [card] });
    await pass(context, 'activate', { cards: [card] });
    await settle(context, [serial], { as: 'handed-over', kinds: ['moved'] });
    context.emit('cards.handed-over', { registrations: [registration] });
    context.journal(cardLine(card, { state: 'active', reason: `${recipient.kind} ${recipient.paper}` }));
    return { serial, state: 'active' as const };
  },
});

/** By national card alone: of other papers the register knows no number, nor of a family in which nobody has a card. */
async function isPaperOfNobody(
  { tx, today }: DeedContext,
  card: CardRow,
  { kind, paper, paperNumber }: z.output<typeof Recipient>,
) {
  if (kind === 'proxy' || paper !== 'cnie') return false;
  const [day = ''] = [today.toString(), card.valid_from].toSorted().toReversed();
  const [family] = await listRegisteredFamilies(tx, [card.registration_number], toDate(day));
  const cards = (family?.members ?? []).flatMap(({ cnie }) => (cnie === undefined ? [] : [normaliseTyped(cnie)]));
  return cards.length > 0 && !cards.includes(normaliseTyped(paperNumber));
}
