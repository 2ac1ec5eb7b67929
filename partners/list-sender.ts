import { z } from 'zod';
import { type Call, json, type Reply } from './http.ts';
import type { RegisterName } from './magic.ts';
import { parseJson } from './partner-server.ts';
import { toComplaint } from './protocol.ts';

/** What the stand-in is told to send. The lines are made from `members`; a `tale` spoils them in one known way. */
const Sending = z.object({
  kind: z.enum(['full', 'changes']).default('full'),
  reference: z.string().min(1).max(60),
  stands_on: z.iso.date(),
  members: z.int().min(0).max(20_000).default(100),
  /** Card numbers of further members, for instance of families in RAMED. */
  cards: z.array(z.string().max(20)).max(1_000).default([]),
  tale: z.enum(['as-it-is', 'cut', 'bad-lines', 'half-missing', 'unreadable']).default('as-it-is'),
});
type Sending = z.output<typeof Sending>;

type Agency = { readonly gatewayUrl: string; readonly key: string };

const bodies = {
  cnss: { organism: 'cnss', scheme: 'cnss' },
  cnops: { organism: 'cnops', scheme: 'cnops' },
  insurers: { organism: 'universities', scheme: 'students' },
} as const satisfies Partial<Record<RegisterName, { organism: string; scheme: string }>>;

/** Makes a list and delivers it to the agency, whose answer it gives back. Undefined for a register that sends no lists. */
export function listSender(name: RegisterName, agency: Agency): ((call: Call) => Promise<Reply>) | undefined {
  const body = name === 'dgsn' ? undefined : bodies[name];
  return body && ((call) => send(call, body, agency));
}

async function send(call: Call, body: { organism: string; scheme: string }, { gatewayUrl, key }: Agency): Promise<Reply> {
  const asked = Sending.safeParse(parseJson(await call.readBody()));
  if (!asked.success) return json(400, { error: 'not-as-in-the-manual', ...toComplaint(asked.error) });
  try {
    const response = await fetch(gatewayUrl, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${key}` },
      body: toList(asked.data, body),
      signal: AbortSignal.timeout(30_000),
    });
    return json(response.ok ? 200 : 422, { status: response.status, agency: parseJson(await response.text()) });
  } catch {
    return json(502, { error: 'agency-silent' });
  }
}

/** The text of the list, written by this manual and not by the agency's own code. */
function toList(sending: Sending, { organism, scheme }: { organism: string; scheme: string }): string {
  if (sending.tale === 'unreadable') return '<html><body>Maintenance</body></html>';
  const rows = toRows(sending);
  const kept = sending.tale === 'half-missing' || sending.tale === 'cut' ? rows.slice(0, Math.floor(rows.length / 2)) : rows;
  const header = {
    schema: 'ramed.cover-list/1',
    organism,
    scheme,
    kind: sending.kind,
    reference: sending.reference,
    stands_on: sending.stands_on,
    count: sending.tale === 'cut' ? rows.length : kept.length,
  };
  const head = Object.entries(header).map(([name, value]) => `#${name};${value}\n`);
  return `${head.join('')}member;card;birth_date;held_as;from;to;change\n${kept.join('')}`;
}

function toRows({ members, cards, kind, tale }: Sending): string[] {
  const change = kind === 'changes' ? 'covered' : '';
  const made = Array.from({ length: members }, (_, place) => {
    const isBad = tale === 'bad-lines' && place % 10 === 9;
    const heldAs = place % 3 === 0 ? 'insured' : 'dependant';
    return `S${place + 1};ZZ${100_000 + place};${isBad ? '2001-02-30' : '2001-02-03'};${heldAs};2020-09-01;;${change}\n`;
  });
  return [...made, ...cards.map((card, place) => `C${place + 1};${card};;insured;2020-09-01;;${change}\n`)];
}
