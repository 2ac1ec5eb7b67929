import type { QuestionInput, QuestionOutput } from '../../client/contract.ts';
import type { OfficeClient } from '../../client/office-client.ts';

/** `journal`: what was done; `readings`: who looked. */
export type Kind = 'journal' | 'readings';
export type Typed = Readonly<Record<'number' | 'agent' | 'from' | 'to', string>> & { readonly kind: Kind };
export type Asking = QuestionInput<'staff.journal'>;
export type Sought =
  | { readonly kind: Kind; readonly asking: Asking }
  /** What a body was told under its agreement. */
  | { readonly kind: 'readings'; readonly asking: { readonly agreement: string } };

export type Line = QuestionOutput<'staff.journal'>['lines'][number] | QuestionOutput<'staff.readings'>['lines'][number];

/** The journal is never read whole: a file, an agent or a day is asked for. */
export function isAsked({ number, agent, from }: Typed): boolean {
  return number.trim() !== '' || agent !== '' || from !== '';
}

/** What is typed as the question takes it; undefined when no file of the jurisdiction bears the number. */
export async function soughtFrom({ kind, number, agent, from, to }: Typed, client: OfficeClient): Promise<Sought | undefined> {
  const when = { ...(agent === '' ? {} : { agent }), ...(from === '' ? {} : { from, to: to === '' ? from : to }) };
  if (number.trim() === '') return { kind, asking: when };
  const { output } = await client.ask('applications.file-numbered', { number });
  return output.file && { kind, asking: { file: output.file.id, ...when } };
}

/** One page of lines, whichever kind. */
export async function readLines(client: OfficeClient, { kind, asking }: Sought, after?: Asking['after'], limit = 50) {
  const page = { limit, ...(after === undefined ? {} : { after }) };
  const { output } = await (kind === 'journal'
    ? client.ask('staff.journal', { ...asking, ...page })
    : client.ask('staff.readings', { ...asking, ...page }));
  return output as { readonly lines: readonly Line[]; readonly next?: Asking['after'] };
}
