import { useState } from 'react';
import { communesOfProvince, findCommune, loadTerritory } from '#modules/territory';
import { casablancaDate, Temporal } from '#platform/dates';
import type { DeedInput } from '../../client/contract.ts';
import { calledIn } from '../../client/names.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useInScript, useSpeech, useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Choice } from './choice.tsx';
import { CorrectionFields, correctionOf, type TypedWords } from './correction-fields.tsx';
import type { Family } from './family-view.tsx';

type Report = DeedInput<'entitlements.report-life-event'>;
type Kind = Report['kind'];
const kinds = [
  ...(['birth', 'marriage', 'death', 'divorce', 'child-marriage', 'departure'] as const),
  ...(['studies', 'disability', 'cover-begun', 'cover-ended', 'correction', 'move'] as const),
];
const empty = {
  kind: 'birth' as Kind,
  person: '',
  on: '',
  proof: '',
  given: '',
  family: '',
  sex: 'F',
  born: '',
  card: '',
  province: '',
  commune: '',
};
type Typed = typeof empty;

/** What a family tells at the counter, with the paper it shows: reported, for somebody else to decide. */
export function ReportDialog({ family, onEnd }: { readonly family: Family; readonly onEnd: (said?: string) => void }) {
  const { language } = useSpeech();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const noCorrection = useText()('office.families.correction-none');
  const [words, setWords] = useState<TypedWords>({});
  const [typed, setTyped] = useState<Typed>(() => ({
    ...empty,
    person: family.members[0]?.person ?? '',
    province: findCommune(family.territory)?.province ?? '',
  }));
  const [event] = useState(() => crypto.randomUUID());
  const set = (key: keyof Typed) => (value: string) => {
    if (key === 'person') setWords({});
    setTyped((before) => ({ ...before, [key]: value }));
  };
  const isCorrection = typed.kind === 'correction';
  const member = isCorrection ? family.members.find(({ person }) => person === typed.person) : undefined;
  const report = async () => {
    const correction = member && correctionOf(member, words);
    if (isCorrection && !correction) return setFault(noCorrection);
    const input = { ...toReport(typed, language === 'ar' ? 'ar' : 'fr'), ...(correction ? { correction } : {}) };
    if (await attempt('entitlements.report-life-event', { ...input, event, registration: family.registration }))
      onEnd('reported');
  };
  return (
    <AskDialog
      title={<Words k="office.families.report" />}
      does={<Words k="office.families.send" />}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void report()}
      onClose={() => onEnd()}
    >
      <Choice
        label="kind"
        value={typed.kind}
        onChoose={set('kind')}
        options={kinds.map((kind) => [kind, `entitlements.event.${kind}`])}
      />
      <About family={family} typed={typed} set={set} />
      {member ? <CorrectionFields key={member.person} member={member} typed={words} onType={setWords} /> : null}
      <DayAndProof typed={typed} set={set} />
    </AskDialog>
  );
}

/** Of a mistake nobody knows the day. */
function DayAndProof({ typed, set }: Omit<AboutProps, 'family'>) {
  return (
    <>
      {typed.kind === 'correction' ? null : (
        <Field
          label={<Words k="office.families.happened-on" />}
          value={typed.on}
          onChange={set('on')}
          input={{ type: 'date', required: true }}
        />
      )}
      <Field
        label={<Words k="office.families.proof-number" />}
        value={typed.proof}
        onChange={set('proof')}
        input={{ dir: 'ltr', autoComplete: 'off', required: true, maxLength: 80 }}
      />
    </>
  );
}

const aboutNewcomer: readonly Kind[] = ['birth', 'marriage'];

function toReport(typed: Typed, script: 'fr' | 'ar'): Omit<Report, 'event' | 'registration'> {
  const { kind, person, on: happenedOn, proof, commune } = typed;
  // It is of the day on which it is told.
  const today = casablancaDate(Temporal.Now.instant()).toString();
  const own = { kind, happenedOn: kind === 'correction' ? today : happenedOn, proof };
  if (kind === 'move') return { ...own, commune };
  if (!aboutNewcomer.includes(kind)) return { ...own, person };
  const name = { given: typed.given, family: typed.family };
  const born = kind === 'birth' ? happenedOn : typed.born;
  const card = typed.card.trim() === '' ? {} : { cnie: typed.card };
  return { ...own, newcomer: { names: { [script]: name }, sex: typed.sex as 'F' | 'M', birthDate: born, ...card } };
}

type AboutProps = { readonly family: Family; readonly typed: Typed; readonly set: (key: keyof Typed) => (value: string) => void };

function About({ family, typed, set }: AboutProps) {
  const { language } = useSpeech();
  if (typed.kind === 'move') return <NewPlace typed={typed} set={set} />;
  if (aboutNewcomer.includes(typed.kind)) return <Newcomer typed={typed} set={set} />;
  const options = family.members.map((member) => [member.person, calledIn(language, member.names)] as const);
  return <Choice label="person" value={typed.person} onChoose={set('person')} options={options} areWords />;
}

/** Where the family lives now, by its name: nobody knows the code of a commune. */
function NewPlace({ typed, set }: Omit<AboutProps, 'family'>) {
  const inScript = useInScript();
  const text = useText();
  const communes = communesOfProvince(typed.province as never);
  return (
    <>
      <Choice
        label="province"
        value={typed.province}
        onChoose={(province) => {
          set('province')(province);
          set('commune')('');
        }}
        options={loadTerritory().provinces.map(({ code, name }) => [code, inScript(name)])}
        areWords
      />
      <Choice
        label="commune"
        value={typed.commune}
        onChoose={set('commune')}
        options={[
          ['', text('office.families.commune-none')] as const,
          ...communes.map(({ code, name }) => [code, inScript(name)] as const),
        ]}
        areWords
      />
    </>
  );
}

function Newcomer({ typed, set }: Omit<AboutProps, 'family'>) {
  const text = { autoComplete: 'off', dir: 'auto', required: true, maxLength: 80 } as const;
  return (
    <>
      <Field label={<Words k="office.families.given" />} value={typed.given} onChange={set('given')} input={text} />
      <Field label={<Words k="office.families.family-name" />} value={typed.family} onChange={set('family')} input={text} />
      <Choice
        label="sex"
        value={typed.sex}
        onChoose={set('sex')}
        options={[
          ['F', 'office.families.sex.F'],
          ['M', 'office.families.sex.M'],
        ]}
      />
      {typed.kind === 'birth' ? null : (
        <>
          <Field
            label={<Words k="office.families.born-on" />}
            value={typed.born}
            onChange={set('born')}
            input={{ type: 'date', required: true }}
          />
          <Field
            label={<Words k="office.families.card" />}
            isOptional
            value={typed.card}
            onChange={set('card')}
            input={{ dir: 'ltr', autoComplete: 'off', maxLength: 20 }}
          />
        </>
      )}
    </>
  );
}
