import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Shown } from '../../components/states.tsx';
import type { WholeCase } from './one-case.tsx';

/** Who paid for the person on the days that both schemes covered, and how much of it falls on them. */
export function PaidMeanwhile({ found: { application, shared } }: { readonly found: WholeCase }) {
  const days = shared.map(({ from, to }) => ({ from, to }));
  const asked = useAnswer('entitlements.paid-while-covered', days.length === 0 ? undefined : { application, shared: days });
  if (days.length === 0) return null;
  return (
    <section>
      <h3>
        <Words k="office.double-cover.paid" />
      </h3>
      <Shown asked={asked}>
        {({ family, commune }) =>
          family.length === 0 && commune === undefined ? (
            <p>
              <Words k="office.double-cover.paid.nobody" />
            </p>
          ) : (
            <ul>
              {family.map(({ year, amountCentimes, shareCentimes }) => (
                <li key={year}>
                  <Words k="office.double-cover.paid.family" facts={{ year, amount: amountCentimes, share: shareCentimes }} />
                </li>
              ))}
              {commune === undefined ? null : (
                <li>
                  <Words k="office.double-cover.paid.commune" facts={{ share: commune.shareCentimes }} />
                </li>
              )}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}
