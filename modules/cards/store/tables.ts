import { tablesOf } from '#platform/database';
import type { ClaimsFault } from '../model/credential-claims.ts';
import type { DifferenceKind, Settlement } from '../model/difference.ts';
import type { CardState } from '../model/lifecycle.ts';
import type { CardPerson } from '../model/make-card.ts';
import type { MakerFault } from '../model/maker.ts';

export type BatchState = 'made_up' | 'proofed' | 'sent' | 'acknowledged' | 'made' | 'received' | 'checked';
export type ParcelState = 'packed' | 'under_way' | 'short' | 'received' | 'lost';

/** A card as it stood when it was destroyed. */
export type DestroyedCard = {
  readonly serial: string;
  readonly registration: string;
  readonly office: string;
  readonly since: string;
  /** What it was worth nothing for; absent of one that nobody collected. */
  readonly why?: CardState;
};

export type CardsTables = {
  signing: { id: string; made_up_at: string; key_id: string };
  card: {
    serial: string;
    registration_number: string;
    signing_id: string;
    state: CardState;
    since: string;
    valid_from: string;
    valid_to: string;
    credential: string;
    revoked_at: string | null;
    territory: string;
    place: string;
    batch_id: string | null;
    parcel_id: string | null;
    replaces: string | null;
    persons: CardPerson[] | null;
    /** What was wrong with it when its proof was rejected last. */
    rejected_for?: string | null | undefined;
  };
  unmade: { registration_number: string; fault: ClaimsFault; since: string; territory: string };
  batch: {
    id: string;
    number: string;
    territory: string;
    state: BatchState;
    since: string;
    made_up_at: string;
    made_up_by: string;
    cards: number;
    counted: number | null;
    expected: number | null;
    maker_reference: string | null;
    file_digest: string | null;
    maker_fault: MakerFault | null;
  };
  parcel: {
    id: string;
    number: string;
    origin: string;
    territory: string;
    state: ParcelState;
    since: string;
    made_at: string;
    made_by: string;
    cards: number;
    carrier: string | null;
    seal: string | null;
    serials: string[];
  };
  destruction: {
    id: string;
    number: string;
    territory: string;
    destroyed_at: string;
    destroyed_by: string;
    witnesses: string[];
    cards: DestroyedCard[];
  };
  difference: {
    id: number;
    batch_id: string | null;
    parcel_id: string | null;
    serial: string;
    kind: DifferenceKind;
    territory: string;
    place: string;
    found_at: string;
    found_by: string;
    settled_at: string | null;
    settled_as: Settlement | null;
    settled_by: string | null;
    settled_note: string | null;
  };
  hand_over: {
    id: string;
    serial: string;
    territory: string;
    recipient: string;
    name: string;
    paper: string;
    paper_number: string;
    at: string;
    actor: string;
    undone_at: string | null;
    undone_as: 'recovered' | 'lost' | null;
    undone_why: string | null;
  };
  passage: {
    id: number;
    serial: string;
    from_state: CardState | null;
    to_state: CardState;
    at: string;
    holder: string;
    territory: string;
    place: string;
    actor: string | null;
  };
};
export type CardRow = CardsTables['card'];
export type BatchRow = CardsTables['batch'];
export type ParcelRow = CardsTables['parcel'];
export type DifferenceRow = CardsTables['difference'];

export const tables = tablesOf<CardsTables>('cards');
