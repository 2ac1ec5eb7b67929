import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CAST_PASSWORD, findSignedIn, signIn, signOut } from '#modules/staff';
import type { Action, Query } from '#platform/actions';
import { readConfig } from '#platform/config';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { type House, listDeedsAndQuestions, openHouse } from '../house.ts';
import { prepareDatabase } from '../preparation.ts';
import { isPublished, keyOf } from '../server/api.ts';
import { type Command, type CommandIo, UsageError } from './command.ts';

/** Every published deed and question as a command: `applications.one-file` is `ramed applications one-file`. */
export function listDerivedCommands(): readonly Command[] {
  const { actions, queries } = listDeedsAndQuestions();
  return [
    ...actions
      .filter(isPublished)
      .map((action) =>
        toCommand(action, 'deed', (house, work) =>
          house.desk.do(action, work.input, { actor: work.actor, key: keyOf(work.actor, work.key) }),
        ),
      ),
    ...queries
      .filter(isPublished)
      .map((query) => toCommand(query, 'question', (house, work) => house.desk.ask(query, work.input, { actor: work.actor }))),
  ];
}

type Work = { readonly input: unknown; readonly actor: Actor; readonly key: string };
type Answer = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly refusal: unknown };

function toCommand(
  thing: Action | Query,
  kind: 'deed' | 'question',
  carryOut: (house: House, work: Work) => Promise<Answer>,
): Command {
  return {
    name: thing.name.replace('.', ' '),
    summary: `${thing.summary} (${kind})`,
    usage: [`--as LOGIN --input JSON|@FILE${kind === 'deed' ? ' [--key KEY]' : ''}   input: ${shapeOf(thing.input)}`],
    needs: 'database',
    run: (args, io) => runAs(args, io, carryOut),
  };
}

async function runAs(
  args: readonly string[],
  { stdout, stderr }: CommandIo,
  carryOut: (house: House, work: Work) => Promise<Answer>,
): Promise<number> {
  const { login, input, key } = readOptions(args);
  const config = readConfig(process.env);
  const prepared = await prepareDatabase(config);
  const house = openHouse(config, prepared.urls, { name: 'command', connections: 2 });
  try {
    const session = await signIn(house, { login, password: process.env.RAMED_PASSWORD ?? CAST_PASSWORD });
    if (isRefusal(session))
      throw new UsageError(`${login} could not sign in: ${session.refused}. The password is read from RAMED_PASSWORD.`);
    const signedIn = await findSignedIn(house, session.token);
    await signOut(house, session.token);
    if (!signedIn) throw new UsageError(`${login} holds no post today`);
    const answer = await carryOut(house, { input, actor: signedIn.actor, key });
    (answer.ok ? stdout : stderr).write(`${JSON.stringify(answer.ok ? answer.output : answer.refusal, null, 2)}\n`);
    return answer.ok ? 0 : 1;
  } finally {
    await house.close();
    await prepared.server?.stop();
  }
}

function readOptions(args: readonly string[]): { login: string; input: unknown; key: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { as: { type: 'string' }, input: { type: 'string', default: '{}' }, key: { type: 'string' } },
    });
    if (!values.as) throw new UsageError('say who does it: --as LOGIN');
    const text = values.input.startsWith('@') ? readFileSync(values.input.slice(1), 'utf8') : values.input;
    return { login: values.as, input: JSON.parse(text), key: values.key ?? newId() };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : 'wrong options');
  }
}

/** The keys of an input with the kind of each, short enough for one line of help. */
function shapeOf(schema: z.ZodType): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonShape;
  const keys = Object.entries(properties).map(
    ([key, value]) => `${key}${required.includes(key) ? '' : '?'}: ${value.enum?.join('|') ?? value.type ?? 'any'}`,
  );
  return `{ ${keys.join(', ')} }`;
}

type JsonShape = { properties?: Record<string, { type?: string; enum?: readonly string[] }>; required?: readonly string[] };
