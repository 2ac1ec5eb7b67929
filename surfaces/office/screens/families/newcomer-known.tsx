import { toDate } from '#platform/dates';
import type { DeedInput, QuestionOutput } from '../../client/contract.ts';
import { calledIn, inFours } from '../../client/names.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Shown } from '../../components/states.tsx';
import { Choice } from './choice.tsx';

type Elsewhere = QuestionOutput<'entitlements.newcomer-of-event'>['elsewhere'];
export type Leaving = NonNullable<DeedInput<'entitlements.decide-life-event'>['leaving']>;
type KnownProps = {
  readonly event: string;
  readonly leaving: Leaving | undefined;
  readonly onLeaving: (leaving: Leaving | undefined) => void;
};

/** Before somebody is taken into a family: where the register knows that card otherwise, and the family in which that person has rights already. */
export function NewcomerKnown({ event, leaving, onLeaving }: KnownProps) {
  const asked = useAnswer('entitlements.newcomer-of-event', { event });
  return (
    <Shown asked={asked}>
      {({ differs, elsewhere }) => (
        <>
          {differs.map((field) => (
            <p className="fault" key={field}>
              <Words k="entitlements.refusal.register-differs" facts={{ field }} />
            </p>
          ))}
          {elsewhere.map((family) => (
            <HasRights key={family.registration} family={family} />
          ))}
          {elsewhere.length === 0 ? null : (
            <Choice
              label="leaving"
              value={leaving ?? ''}
              onChoose={(value) => onLeaving(value === '' ? undefined : (value as Leaving))}
              options={[['', 'office.families.leaving.none'], ...waysOut(elsewhere)]}
            />
          )}
        </>
      )}
    </Shown>
  );
}

function waysOut(elsewhere: Elsewhere): (readonly [string, string])[] {
  return [...new Set(elsewhere.flatMap(({ leavings }) => leavings))].map(
    (leaving) => [leaving, `office.families.leaving.${leaving}`] as const,
  );
}

function HasRights({ family: { names, registration, entitledBy, since } }: { readonly family: Elsewhere[number] }) {
  const { language } = useSpeech();
  return (
    <p className="fault">
      <bdi>{calledIn(language, names)}</bdi> · <Words k={`entitlements.entitled-by.${entitledBy}`} />
      <br />
      <Words k="office.families.elsewhere" facts={{ number: inFours(registration), since: toDate(since) }} />
    </p>
  );
}
