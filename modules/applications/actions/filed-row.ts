import type { Declaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { adultCards } from '../model/adult-cards.ts';

/** Where a request came from and under which name its sender knows it. */
export type Filing = {
  readonly number: string;
  readonly sender: string;
  readonly reference: string;
  readonly batch: string | null;
  readonly declaration: Declaration;
  readonly digest: string;
  /** Given by the device that typed it, when one did. */
  readonly id?: string;
  /** A first request when nothing else is said. */
  readonly kind?: 'new' | 'renewal';
};

/** A declaration as the request it becomes, filed now: the same whether it came in a batch or from the portal. */
export function toFiledRow({ now }: DeedContext, { id, kind = 'new', ...filing }: Filing) {
  const { number, sender, reference, batch, declaration, digest } = filing;
  const [head] = declaration.members;
  if (!head) throw new Error('a declaration has a head: its schema says so');
  return {
    id: id ?? newId<'application'>(),
    number,
    kind,
    state: 'filed' as const,
    since: now.toString(),
    territory: declaration.commune,
    sender,
    reference,
    batch_id: batch,
    filed_on: declaration.filed_on,
    head_cnie: head.cnie ?? null,
    adult_cards: adultCards(declaration.members).map((card) => card.cnie),
    head_birth_date: head.birth_date,
    head_names: head.names,
    declaration,
    declaration_digest: digest,
  };
}
