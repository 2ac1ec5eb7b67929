import { parseArgs } from 'node:util';
import { type ReplayOfDecision, replayDecision } from '#modules/commissions';
import { readConfig } from '#platform/config';
import { toDate } from '#platform/dates';
import { isLanguage, type Language, type Translate, translator } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { openHouse } from '../../house.ts';
import { prepareDatabase } from '../../preparation.ts';
import { reprintMinutes } from '../../server/print/reprint-minutes.ts';
import { type Command, UsageError } from '../command.ts';

/** Makes past decisions again from the law, the answers, the members and the minutes of their day, and says of each part whether it is equal. */
export const decisionReplay: Command = {
  name: 'decision replay',
  summary: 'make the decisions on a request again, and say of each part whether it comes to what was kept',
  usage: [
    'NUMBER               the number of a request, as on its receipt; or of an appeal',
    '--language LANGUAGE  fr, ar, zgh or en; fr if absent',
    '--json               one JSON object instead of sentences',
    'Exit code: 0 every proof is equal, 1 one is not or nothing was decided, 2 wrong use.',
  ],
  needs: 'database',
  async run(args, { stdout, stderr }) {
    const { number, language, json } = readOptions(args);
    const config = readConfig(process.env);
    const prepared = await prepareDatabase(config);
    const house = openHouse(config, prepared.urls, { name: 'replay', connections: 2 });
    const say = translator(language);
    try {
      const query = replayDecision({ reprint: reprintMinutes });
      const { found } = expectDone(await house.desk.ask(query, { number }, { actor: systemActor('replay') }), query.name);
      if (!found || found.decisions.length === 0) {
        stderr.write(`${say(`commissions.replay.${found ? 'none' : 'no-number'}`, { number })}\n`);
        return 1;
      }
      stdout.write(json ? `${JSON.stringify(found)}\n` : `${found.decisions.map((one) => inWords(one, say)).join('\n')}`);
      return found.decisions.every(({ isProven }) => isProven) ? 0 : 1;
    } finally {
      await house.close();
      await prepared.server?.stop();
    }
  },
};

type Options = { readonly number: string; readonly language: Language; readonly json: boolean };

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = wordsOf(args);
  const { language = 'fr', json = false } = values;
  if (positionals.length === 0) throw new UsageError('Give the number of a request or of an appeal');
  if (!isLanguage(language)) throw new UsageError(`--language is none of fr, ar, zgh, en: ${language}`);
  return { number: positionals.join(''), language, json };
}

function wordsOf(args: readonly string[]) {
  const options = { language: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

type Proof = ReplayOfDecision['proofs'][number];
const signs = { equal: '=', different: '≠', unknown: '?' } as const;

function inWords({ kind, sitting, heldOn: held, appeal = '', isProven, proofs }: ReplayOfDecision, say: Translate): string {
  const counted = (verdict: Proof['verdict']) => proofs.filter((proof) => proof.verdict === verdict).length;
  const counts = { equal: counted('equal'), different: counted('different'), unknown: counted('unknown') };
  return [
    say(`commissions.replay.title-${kind}`, { sitting, appeal, day: toDate(held) }),
    ...proofs.flatMap((proof) => linesOf(proof, say)),
    `${say('commissions.replay.counts', counts)} ${say(`commissions.replay.${isProven ? 'proven' : 'not-proven'}`)}`,
    '',
  ].join('\n');
}

/** What is equal is told in one line; of what is not, both sides and where they part. */
function linesOf({ proof, verdict, kept, remade, note, apart }: Proof, say: Translate): string[] {
  const value = kept === null ? '' : `   ${kept}`;
  const head = `  ${signs[verdict]} ${say(`commissions.proof.${proof}`)} — ${say(`commissions.proof-verdict.${verdict}`)}`;
  const noted = note === undefined ? [] : [`      ${say(`commissions.proof-note.${note}`)}`];
  if (verdict === 'equal') return [`${head}${value}`, ...noted];
  return [
    head,
    ...noted,
    `      ${say('commissions.replay.kept')} : ${kept ?? '—'}`,
    `      ${say('commissions.replay.remade')} : ${remade ?? '—'}`,
    ...apart.map((place) => `        ${place.place}: ${place.kept ?? '—'} → ${place.remade ?? '—'}`),
  ];
}
