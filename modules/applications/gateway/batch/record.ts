import type { Declaration } from '#modules/eligibility';
import { parseDeclaration } from '#modules/eligibility';
import { refuse } from '#platform/refusals';
import type { IntakeRefusal } from '../../model/intake-rules.ts';
import { isIntakeRule } from '../../model/intake-rules.ts';
import { SenderReference } from './batch.ts';

export type Request =
  | { readonly reference: string; readonly declaration: Declaration }
  | { readonly reference?: string; readonly refusals: readonly [IntakeRefusal, ...IntakeRefusal[]] };

/** Holds the values of a record to the envelope (`reference`, `kind`, `declaration`, nothing else) and to the declaration's schema. */
export function toRequest(values: unknown): Request {
  if (!isObject(values)) return { refusals: [refuse('type', { place: '', facts: { detail: 'must be an object' } })] };
  const reference = SenderReference.safeParse(values.reference);
  const parsed = parseDeclaration(values.declaration);
  const [first, ...others] = [...envelopeRefusals(values, reference.success), ...(parsed.ok ? [] : parsed.issues.map(toRefusal))];
  if (first !== undefined) return { ...(reference.success ? { reference: reference.data } : {}), refusals: [first, ...others] };
  if (!reference.success || !parsed.ok) throw new TypeError('a record was refused without a reason');
  return { reference: reference.data, declaration: parsed.declaration };
}

const envelopeKeys: ReadonlySet<string> = new Set(['reference', 'kind', 'declaration']);

function envelopeRefusals(values: Readonly<Record<string, unknown>>, hasReference: boolean): IntakeRefusal[] {
  const unknown = Object.keys(values).filter((key) => !envelopeKeys.has(key));
  return [
    ...unknown.map((key) => refuse('unknown-key' as const, { place: key.slice(0, 80) })),
    ...(hasReference ? [] : [refuse(values.reference === undefined ? 'required' : 'format', { place: 'reference' })]),
    ...(values.kind === 'new' ? [] : [refuse(values.kind === undefined ? 'required' : 'choice', { place: 'kind' })]),
  ];
}

function toRefusal({ path, rule, message }: { path: string; rule: string; message: string }): IntakeRefusal {
  return refuse(isIntakeRule(rule) ? rule : 'not-as-declared', {
    place: path === '' ? 'declaration' : path,
    facts: { detail: message },
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
