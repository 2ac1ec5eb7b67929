import { useState } from 'react';
import { findCommune } from '#modules/territory';
import type { DeedInput, QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { PlaceName } from './post-name.tsx';
import { TerritorySelect } from './territory-select.tsx';

type Counter = QuestionOutput<'territory.counters'>['counters'][number];
type Doing = { readonly what: 'open' } | { readonly what: 'rename' | 'close'; readonly counter: Counter };

const kinds = ['annexe', 'caidat', 'pachalik'] as const;

/** The counters of the jurisdiction: opened, named anew, closed. */
export function Counters() {
  const { session } = useOffice();
  const [territory, setTerritory] = useState(session.post.territory);
  const asked = useAnswer('territory.counters', { territory, withClosed: true });
  const [doing, setDoing] = useState<Doing>();
  useShortcut('add-member', () => setDoing({ what: 'open' }));
  const ends = { onClose: () => setDoing(undefined), onDone: () => (asked.state === 'loading' ? undefined : asked.again()) };
  return (
    <>
      <div className="filters">
        <TerritorySelect value={territory} onChange={setTerritory} />
        <Button look="primary" keys="Alt A" onPress={() => setDoing({ what: 'open' })}>
          <Words k="office.administration.open-counter" />
        </Button>
      </div>
      <Shown asked={asked} isEmpty={({ counters }) => counters.length === 0} empty={<NoCounter />}>
        {({ counters }) => <CounterTable counters={counters} onDoing={setDoing} />}
      </Shown>
      {doing === undefined ? null : doing.what === 'close' ? (
        <CloseDialog counter={doing.counter} {...ends} />
      ) : (
        <NameDialog territory={territory} {...(doing.what === 'rename' ? { counter: doing.counter } : {})} {...ends} />
      )}
    </>
  );
}

function NoCounter() {
  return (
    <Empty>
      <Words k="office.administration.no-counter" />
    </Empty>
  );
}

function CounterTable({ counters, onDoing }: { counters: readonly Counter[]; onDoing: (doing: Doing) => void }) {
  const text = useText();
  const inScript = useInScript();
  return (
    <Table aria-label={text('office.administration.part.counters')}>
      <TableHead words="office.administration.counter" columns={['name', 'kind', 'commune', 'days', 'change']} />
      <tbody>
        {counters.map((counter) => (
          <tr key={counter.counter}>
            <th scope="row">
              <bdi>{inScript(counter.name)}</bdi>
              {counter.address === undefined ? null : <span className="hint"> {counter.address}</span>}
            </th>
            <td>
              <Words k={`office.administration.counter-kind.${counter.kind}`} />
            </td>
            <td>
              <PlaceName code={counter.commune} />
            </td>
            <td>
              {counter.closedOn === undefined ? null : (
                <Words k="office.administration.until" facts={{ day: counter.closedOn }} />
              )}
            </td>
            <td className="row-deeds">
              <button type="button" className="button button-link" onClick={() => onDoing({ what: 'rename', counter })}>
                <Words k="office.administration.rename" />
              </button>
              <button type="button" className="button button-link" onClick={() => onDoing({ what: 'close', counter })}>
                <Words k="office.administration.close-counter" />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type Ends = { readonly onClose: () => void; readonly onDone: () => void };

/** A new counter, or another name for one that is there. */
function NameDialog({ territory, counter, ...ends }: Ends & { readonly territory: string; readonly counter?: Counter }) {
  const text = useText();
  const [typed, setTyped] = useState({
    ...{ nameFr: counter?.name.fr ?? '', nameAr: counter?.name.ar ?? '', address: counter?.address ?? '' },
    ...{ kind: 'annexe', commune: territory },
  });
  const type = (key: keyof typeof typed) => (value: string) => setTyped({ ...typed, [key]: value });
  const { nameFr, nameAr, address, kind, commune } = typed;
  const isPlaced = counter !== undefined || findCommune(commune) !== undefined;
  const isWhole = isPlaced && nameFr.trim().length > 1 && nameAr.trim().length > 1;
  const named = { nameFr, nameAr, address };
  const deed = counter ? 'territory.rename-counter' : 'territory.open-counter';
  const input = counter ? { counter: counter.counter, ...named } : { commune, kind, ...named };
  return (
    <DeedDialog
      deed={deed}
      title={<Words k={`office.administration.${counter ? 'rename' : 'open-counter'}`} />}
      input={isWhole ? (input as DeedInput<typeof deed>) : undefined}
      {...ends}
    >
      {(['nameFr', 'nameAr', 'address'] as const).map((key) => (
        <Field
          key={key}
          label={<Words k={`office.administration.${key}`} />}
          value={typed[key]}
          onChange={type(key)}
          isOptional={key === 'address'}
          input={{ dir: key === 'nameAr' ? 'rtl' : 'auto', autoComplete: 'off', autoFocus: key === 'nameFr' }}
        />
      ))}
      {counter ? null : (
        <>
          <fieldset className="ticks">
            <legend className="label">
              <Words k="office.administration.counter.kind" />
            </legend>
            {kinds.map((one) => (
              <label key={one}>
                <input type="radio" name="kind" checked={kind === one} onChange={() => setTyped({ ...typed, kind: one })} />{' '}
                {text(`office.administration.counter-kind.${one}`)}
              </label>
            ))}
          </fieldset>
          <TerritorySelect value={commune} onChange={type('commune')} />
        </>
      )}
    </DeedDialog>
  );
}

function CloseDialog({ counter, ...ends }: Ends & { readonly counter: Counter }) {
  const [lastDay, setLastDay] = useState('');
  const input = { counter: counter.counter, ...(lastDay === '' ? {} : { lastDay }) };
  return (
    <DeedDialog
      deed="territory.close-counter"
      title={<Words k="office.administration.close-counter" />}
      input={input}
      look="danger"
      {...ends}
    >
      <Field
        label={<Words k="office.administration.last-day" />}
        hint={<Words k="office.administration.last-day-hint" />}
        isOptional
        value={lastDay}
        onChange={setLastDay}
        input={{ type: 'date', autoFocus: true }}
      />
    </DeedDialog>
  );
}
