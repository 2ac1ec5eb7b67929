import { useQuery } from '@tanstack/react-query';
import { form } from '#modules/applications';
import { Cnie } from '#modules/eligibility';
import type { DeedInput, DeedOutput } from '../../client/contract.ts';
import { UnreachableError } from '../../client/failures.ts';
import { useMayDo, useOffice } from '../../client/office-context.tsx';
import { useSettled } from '../../client/use-settled.ts';
import { Words } from '../../client/words.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import type { EntryStep } from './read-entry.ts';
import type { EntryDesk } from './use-entry.ts';

type Person = DeedInput<'verifications.ask-identity'>;
type Told = DeedOutput<'verifications.ask-identity'>;

const looks: Readonly<Record<Told['standing'], TagLook>> = {
  match: 'open',
  'other-spelling': 'open',
  'other-name': 'warning',
  'other-birth-date': 'warning',
  deceased: 'refused',
  unknown: 'warning',
  silent: 'waiting',
};

/** What the identity register says of a person as soon as card, name and birth date are typed. It never stops anybody from typing on. */
export function IdentityTold({ step, desk }: { readonly step: EntryStep; readonly desk: EntryDesk }) {
  const mayAsk = useMayDo('verifications:ask-identity');
  const isHere = step.page.key === 'birth' || step.page.key === 'identity';
  const person = isHere && mayAsk ? identityOf(desk.entry.answers, step.ref ?? 1) : undefined;
  return person === undefined ? null : <AskedOf person={person} />;
}

/** A pause long enough to finish a word, short enough that the family is still there. */
const PAUSE_MS = 900;

function AskedOf({ person }: { readonly person: Person }) {
  const { client } = useOffice();
  const settled = JSON.parse(useSettled(JSON.stringify(person), PAUSE_MS)) as Person;
  const { data, error } = useQuery({
    queryKey: ['verifications.ask-identity', settled],
    queryFn: () => client.attempt('verifications.ask-identity', settled),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (data !== undefined) return <Standing told={data} />;
  if (!(error instanceof UnreachableError)) return null;
  return (
    <p className="identity-told" role="status">
      <Tag look="waiting">
        <Words k="office.entry.identity.later" />
      </Tag>
    </p>
  );
}

function Standing({ told: { standing, names } }: { readonly told: Told }) {
  const held = [names?.fr, names?.ar].flatMap((name) => (name === undefined ? [] : [`${name.given} ${name.family}`]));
  return (
    <p className="identity-told" role="status">
      <Tag look={looks[standing]}>
        <Words k={`office.entry.identity.${standing}`} />
      </Tag>{' '}
      {standing === 'match'
        ? null
        : held.map((name) => (
            <bdi key={name} className="held-name">
              {name}
            </bdi>
          ))}
    </p>
  );
}

/** All that the register needs to be asked, once it is all there. */
function identityOf(answers: form.Answers, ref: number): Person | undefined {
  const person = answers.members[ref - 1] ?? {};
  const text = (key: string) => {
    const value = form.valueAt(person, key);
    return typeof value === 'string' ? value : undefined;
  };
  const cnie = Cnie.safeParse(text('cnie')).data;
  const [birthDate, sex] = [text('birth_date'), text('sex')];
  const named = (script: string) => {
    const [given, family] = [text(`names.${script}.given`), text(`names.${script}.family`)];
    return given === undefined || family === undefined ? {} : { [script]: { given, family } };
  };
  const names = { ...named('fr'), ...named('ar') };
  if (cnie === undefined || birthDate === undefined || (sex !== 'F' && sex !== 'M') || Object.keys(names).length === 0)
    return undefined;
  return { cnie, birth_date: birthDate, sex, names };
}
