import type { Temporal } from 'temporal-polyfill';
import { sql, type Tx } from '#platform/database';

/** An agent who has just given the password: what the functions of the schema ask before they change a secret. */
export type Known = { readonly id: string; readonly password_hash: string };

export function replacePassword(tx: Tx, { id, password_hash }: Known, hash: string): Promise<boolean> {
  return isDone(sql`select staff.change_password(${id}, ${password_hash}, ${hash}) as done`, tx);
}

export function keepPendingSecret(tx: Tx, { id, password_hash }: Known, secret: string): Promise<boolean> {
  return isDone(sql`select staff.begin_second_factor(${id}, ${password_hash}, ${secret}) as done`, tx);
}

export function confirmSecret(
  tx: Tx,
  agentId: string,
  shown: { readonly secret: string; readonly step: number; readonly recovery: readonly string[] },
): Promise<boolean> {
  return isDone(
    sql`select staff.confirm_second_factor(${agentId}, ${shown.secret}, ${shown.step}, ${shown.recovery}) as done`,
    tx,
  );
}

export function spendCode(tx: Tx, agentId: string, step: number): Promise<boolean> {
  return isDone(sql`select staff.spend_code(${agentId}, ${step}) as done`, tx);
}

export function spendRecoveryCode(tx: Tx, agentId: string, digest: string, at: Temporal.Instant): Promise<boolean> {
  return isDone(sql`select staff.spend_recovery_code(${agentId}, ${digest}, ${at.toString()}) as done`, tx);
}

async function isDone(statement: ReturnType<typeof sql>, tx: Tx): Promise<boolean> {
  const { rows } = await statement.execute(tx);
  return (rows[0] as { done: boolean } | undefined)?.done === true;
}
