import { form } from '#modules/applications';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import type { AnswerDifference } from './differences.ts';
import type { Review } from './use-review.ts';

/** Where the server answers otherwise than the dossier: both stand side by side, and the agent decides about each. */
export function ServerDifferences({ review }: { readonly review: Review }) {
  if (review.differences.length === 0) return null;
  return (
    <section className="review-differences" aria-labelledby="review-differences">
      <h2 id="review-differences">
        <Words k="office.review.differences" facts={{ count: review.differences.length }} />
      </h2>
      <Table>
        <thead>
          <tr>
            <th scope="col">
              <Words k="office.review.question" />
            </th>
            <th scope="col">
              <Words k="office.review.on-paper" />
            </th>
            <th scope="col">
              <Words k="office.review.on-server" />
            </th>
          </tr>
        </thead>
        <tbody>
          {review.differences.map((one) => (
            <DifferenceRow key={`${one.step.name} ${one.field.key}`} one={one} review={review} />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function DifferenceRow({ one, review }: { readonly one: AnswerDifference; readonly review: Review }) {
  const { step, field, here, there } = one;
  return (
    <tr>
      <th scope="row">
        <bdi>{form.numberOfField(step.page, field)}</bdi> <Words k={`applications.form.field.${field.key}`} />
        {step.ref === undefined ? null : (
          <>
            {' · '}
            <Words k="office.entry.page.identity" facts={{ ref: step.ref }} />
          </>
        )}
      </th>
      <td>
        <Side said={here} />
        <Button onPress={() => review.keepHere(one)}>
          <Words k="office.review.keep-paper" />
        </Button>
      </td>
      <td>
        <Side said={there} />
        <Button onPress={() => review.takeThere(one)}>
          <Words k="office.review.take-server" />
        </Button>
      </td>
    </tr>
  );
}

function Side({ said }: { readonly said: string }) {
  return <p>{said === '' ? <Words k="office.review.not-said" /> : <bdi>{said}</bdi>}</p>;
}
