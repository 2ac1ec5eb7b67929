import type { PlainDate } from '#platform/dates';
import type { Translate } from '#platform/i18n';
import { inFours, inScriptOf } from './document-data.ts';
import { sayIn } from './document-texts.ts';
import type {
  CombinedBy,
  MinutesAppeal,
  MinutesDecision,
  MinutesDocument,
  MinutesMember,
  MinutesOverride,
  MinutesRecusal,
} from './minutes.ts';

/** What minutes say of one line, with its own facts, in the language of the minutes. */
export type MinutesWords = ReturnType<typeof wordsOfMinutes>;

export function wordsOfMinutes(minutes: MinutesDocument) {
  const { language, openedAt, closedAt } = minutes;
  const say = sayIn(language, 'minutes-line');
  return {
    times: openedAt === '' ? [] : [say('times', { openedAt, closedAt })],
    held: heldIn(minutes, say),
    quorum: quorumIn(minutes, say),
    presenceOf: ({ presence }: MinutesMember) =>
      presence.map(({ from, until }) => {
        if (from === '') return say('present');
        return until === undefined ? say('present.to-the-end', { from }) : say('present.until', { from, until });
      }),
    batchOf: ({ batch }: MinutesDecision) => (batch === undefined ? '' : say('in-batch', { batch })),
    secondedBy: ({ secondedBy }: MinutesOverride) =>
      secondedBy === undefined ? '' : say('seconded', { member: inScriptOf(language, secondedBy) }),
    combinedBy: (rule: CombinedBy) => say(`combined.${rule}`),
    groundOf: (ground: MinutesRecusal['ground']) => say(`ground.${ground}`),
    foundOf: ({ appealNumber: appeal, first, becomes, found }: Omit<MinutesAppeal, 'position' | 'words'>) => [
      [say('appeal', { appeal: inFours(appeal), first }), ...(becomes === '' ? [] : [say('becomes', { becomes })])].join(' '),
      ...found.map(({ words, ...point }) => [say('found', point), ...(words === '' ? [] : [`\u2068${words}\u2069`])].join(' ')),
    ],
    receivedOn: (day: PlainDate) => say('received', { day }),
    dueOn: (day: PlainDate) => say('due', { day }),
  };
}

function heldIn({ language, commission, place, sittingNumber: sitting, heldOn }: MinutesDocument, say: Translate): string {
  const facts = { commission: inScriptOf(language, commission), sitting, heldOn };
  const where = inScriptOf(language, place);
  return where === '' ? say('held', facts) : say('held-at', { ...facts, place: where });
}

function quorumIn({ quorum }: MinutesDocument, say: Translate): string[] {
  const { present, institutions, needed, least, since, isOfficial } = quorum;
  return [
    ...(needed === 0 ? [] : [say('quorum.rule', { needed, institutions })]),
    ...(since ? [say(isOfficial ? 'quorum.law' : 'quorum.law-unsure', { since })] : []),
    say('quorum.present', { present }),
    ...(least === undefined ? [] : [say('quorum.least', { least })]),
  ];
}
