import { Link } from 'wouter';
import { formatMoment } from '../../client/moments.ts';
import { useOffice } from '../../client/office-context.tsx';
import { moduleOfRefusal } from '../../client/wire.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import { byId, type Entry, holdOf, type OutboxView, type State } from '../../offline/index.ts';
import { Conflict, conflictIn } from './conflict.tsx';

const looks: Readonly<Record<State, TagLook>> = {
  waiting: 'waiting',
  sent: 'todo',
  acknowledged: 'open',
  refused: 'refused',
  quarantined: 'warning',
  replaced: 'open',
  withdrawn: 'open',
};

const named = new Set([
  'applications.file-at-counter',
  'applications.correct-request',
  'applications.ask-for-papers',
  'applications.complete',
  'applications.open-checking',
]);

type RowProps = { readonly entry: Entry; readonly view: OutboxView; readonly onWithdraw: () => void };

/** One thing that was done: what and whose, how it stands and why, since when, how often it was tried. */
export function ItemRow({ entry, view, onWithdraw }: RowProps) {
  const { item, standing } = entry;
  const { kept } = useOffice();
  const { language } = useSpeech();
  const conflict = conflictIn(entry);
  const isStopped = standing.state === 'refused' || standing.state === 'quarantined';
  return (
    <>
      <tr tabIndex={-1}>
        <th scope="row">
          <bdi>{item.label}</bdi>
          <span className="outbox-deed">
            <Words k={`office.outbox.deed.${nameOf(entry)}`} />
          </span>
        </th>
        <td>
          <Tag look={looks[standing.state]}>
            <Words k={`office.outbox.${standing.state}`} />
          </Tag>
          <Why entry={entry} view={view} />
        </td>
        <td>{formatMoment(language, Date.parse(item.madeAt))}</td>
        <td>{standing.tries}</td>
        <td className="row-deeds">
          {isStopped && item.work.does === 'deed' && item.work.deed === 'applications.file-at-counter' ? (
            <Link href={`/new/${item.file.replace('application:', '')}`}>
              <Words k="office.outbox.correct" />
            </Link>
          ) : null}
          {isStopped ? (
            <Button look="link" onPress={() => void kept.retry(item.id)}>
              <Words k="office.outbox.retry" />
            </Button>
          ) : null}
          <Button look="link" onPress={onWithdraw}>
            <Words k="office.outbox.withdraw" />
          </Button>
        </td>
      </tr>
      {conflict === undefined ? null : (
        <tr>
          <td colSpan={5}>
            <Conflict entry={entry} conflict={conflict} />
          </td>
        </tr>
      )}
    </>
  );
}

function Why({ entry: { item, standing }, view }: Pick<RowProps, 'entry' | 'view'>) {
  const text = useText();
  const { refusal, trouble } = standing;
  if (standing.state === 'refused' && refusal !== undefined && item.work.does === 'deed') {
    const module = moduleOfRefusal(item.work.deed, refusal);
    return <p className="outbox-why">{text(`${module}.refusal.${refusal.refused}`, { ...refusal.facts })}</p>;
  }
  if (standing.state === 'refused' && refusal !== undefined)
    return <p className="outbox-why">{text(`documents.refusal.${refusal.refused}`, { ...refusal.facts })}</p>;
  const hold = holdOf(item, byId(view.entries, view.damaged));
  if (hold !== undefined)
    return (
      <p className="outbox-why">
        <Words k={`office.outbox.hold.${hold.why}`} />
      </p>
    );
  if (trouble === undefined) return null;
  return (
    <p className="outbox-why">
      <Words k={`office.outbox.trouble.${trouble.code}`} facts={{ ...trouble.facts }} />
    </p>
  );
}

function nameOf({ item: { work } }: Entry): string {
  if (work.does === 'page') return 'page';
  return named.has(work.deed) ? work.deed.replace('.', '-') : 'other';
}
