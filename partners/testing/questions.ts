import { randomUUID } from 'node:crypto';
import { developmentKeys, type PartnerName, partnerTable } from '../agreements.ts';
import type { RunningPartner } from '../partner-server.ts';
import type { Subject } from '../protocol.ts';

export function aSubject(over: Partial<Subject> = {}): Subject {
  return {
    ref: 'r-1',
    cnie: 'AB123400',
    names: { fr: { family: 'BENALI', given: 'Mohamed' }, ar: { family: 'بنعلي', given: 'محمد' } },
    birth_date: '1975-06-02',
    sex: 'M',
    ...over,
  };
}

type Asked = { readonly envelope?: string; readonly key?: string; readonly idempotencyKey?: string; readonly body?: string };

/** Puts one envelope to a register over the wire. */
export function ask(
  name: Exclude<PartnerName, 'bank' | 'sms' | 'mail' | 'maker' | 'scanner'>,
  partner: RunningPartner,
  subjects: readonly Subject[],
  asked: Asked = {},
): Promise<Response> {
  const envelope = asked.envelope ?? randomUUID();
  return fetch(partner.url + partnerTable[name].path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${asked.key ?? developmentKeys[name]}`,
      'idempotency-key': asked.idempotencyKey ?? envelope,
    },
    body: asked.body ?? JSON.stringify({ envelope, sent_at: '2026-03-02T08:00:00Z', subjects }),
  });
}
