import { form } from '#modules/applications';
import type { Refusal } from '#platform/refusals';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import { focusField } from './stops.ts';
import type { Filing } from './use-filing.ts';

/** Why the server did not take the request, in its own words, and where; everything typed stands as it was. */
export function FilingFailure({ filing: { refused, failure } }: { readonly filing: Filing }) {
  const text = useText();
  if (refused === undefined && failure === undefined) return null;
  return (
    <div className="failed" role="alert">
      {refused === undefined ? (
        <p>{wordsOfFailure(failure ?? new Error(), text)}</p>
      ) : (
        <>
          <p>
            <Words k={messageOf(refused.module, refused.refusal)} facts={{ ...refused.refusal.facts }} />
          </p>
          <PlaceOf refusal={refused.refusal} />
        </>
      )}
      <p>
        <Words k="office.entry.nothing-lost" />
      </p>
    </div>
  );
}

/** An answer that breaks a rule of requests is told by that rule; a mere slip by the words for any. */
function messageOf(module: string, { refused, facts }: Refusal): string {
  const isOfRule = refused === 'broken-answers' && typeof facts?.rule === 'string' && !slips.has(facts.rule);
  return `${module}.refusal.${isOfRule ? facts.rule : refused}`;
}

/** Faults of one field alone, which the field says itself. */
const slips: ReadonlySet<unknown> = new Set([
  'required',
  'not-as-declared',
  'format',
  'missing',
  'no-phone',
  'no-email',
  'too-long',
]);

/** `identity/3/names.fr.given`: the question it is about, a press away. */
function PlaceOf({ refusal: { place = '' } }: { readonly refusal: Refusal }) {
  const [, page = '', ref, key = ''] = /^([a-z]+)(?:\/(\d+))?(?:\/(.+))?$/.exec(place) ?? [];
  const asked = form.pageCalled(page);
  if (asked === undefined) return null;
  const step = ref === undefined ? page : `${page}/${ref}`;
  const field = asked.fields.find((one) => one.key === key) ?? asked.fields[0];
  return (
    <p>
      <Button look="link" onPress={() => focusField(step, field?.key ?? '')}>
        <bdi>{form.numberOfPage(asked)}</bdi> <Words k={`office.entry.page.${page}`} facts={{ ref: Number(ref ?? 1) }} />
      </Button>
    </p>
  );
}
