import { type ReactNode, useState } from 'react';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import { formatDayOf } from '../../client/moments.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { CommuneOf, NameOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { StayDialog } from './stay-dialog.tsx';
import type { TwoFamilies } from './two-families.tsx';

type Side = TwoFamilies['one'];
type BesideProps = { readonly found: TwoFamilies; readonly onDone: () => void };

/** The two families side by side, as each states the person: a figure says in which one it stays. */
export function TwoFamiliesBeside({ found, onDone }: BesideProps) {
  const { language } = useSpeech();
  const [kept, setKept] = useState<'one' | 'other'>();
  const isOpen = found.state === 'open';
  useShortcut('section-1', () => setKept('one'), isOpen);
  useShortcut('section-2', () => setKept('other'), isOpen);
  return (
    <div className="compare-pair">
      <p>
        <Tag look={found.foundBy === 'card' ? 'warning' : 'todo'}>
          <Words k={`office.duplicates.two.found.${found.foundBy}`} />
        </Tag>{' '}
        <Words k="office.duplicates.two.since" facts={{ day: formatDayOf(language, found.openedAt) }} />
      </p>
      <Families found={found} />
      {isOpen ? (
        <>
          <div className="buttons">
            {(['one', 'other'] as const).map((side, at) => (
              <Button key={side} onPress={() => setKept(side)} keys={String(at + 1)} look={at === 0 ? 'primary' : 'plain'}>
                <Words k="office.duplicates.two.keep" facts={{ number: formatGrouped(found[side].registration) }} />
              </Button>
            ))}
          </div>
          {found.foundBy === 'merge' ? (
            <p className="hint">
              <Words k="office.duplicates.two.not-one" />
            </p>
          ) : null}
        </>
      ) : (
        <Ended found={found} />
      )}
      {kept === undefined ? null : <StayDialog found={found} kept={kept} onClose={() => setKept(undefined)} onDone={onDone} />}
    </div>
  );
}

function Ended({ found: { state, kept, reason, note, settledAt } }: { readonly found: TwoFamilies }) {
  const { language } = useSpeech();
  return (
    <p>
      {settledAt === undefined ? null : `${formatDayOf(language, settledAt)} : `}
      {state === 'lapsed' || kept === undefined ? (
        <Words k="office.duplicates.two.lapsed" />
      ) : (
        <Words k="office.duplicates.two.kept" facts={{ number: formatGrouped(kept) }} />
      )}
      {reason === undefined ? null : (
        <>
          {' · '}
          <Words k={`office.duplicates.reason.${reason}`} />
        </>
      )}{' '}
      {note === undefined ? null : <bdi>« {note} »</bdi>}
    </p>
  );
}

const rows = ['head', 'person', 'card', 'born', 'relation', 'place', 'registered', 'right', 'members'] as const;

function Families({ found: { one, other } }: { readonly found: TwoFamilies }) {
  const { text } = useSpeech();
  return (
    <Table className="comparison" aria-label={text('office.duplicates.two-families')}>
      <thead>
        <tr>
          <td />
          {[one, other].map(({ registration }) => (
            <th key={registration} scope="col">
              <Words k="office.duplicates.two.family" facts={{ number: formatGrouped(registration) }} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">
              <Words k={`office.duplicates.two.${row}`} />
            </th>
            {[one, other].map((side) => (
              <td key={side.registration}>
                <Said row={row} side={side} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Said({ row, side }: { readonly row: (typeof rows)[number]; readonly side: Side }): ReactNode {
  const { text, language } = useSpeech();
  const day = (date: string) => formatDate(language, toDate(date), 'short');
  switch (row) {
    case 'head':
      return <NameOf names={side.head} />;
    case 'person':
      return <NameOf names={side.names} />;
    case 'card':
      return <bdi dir="ltr">{side.cnie ?? ''}</bdi>;
    case 'born':
      return <bdi>{day(side.birthDate)}</bdi>;
    case 'relation':
      return text(`applications.form.choice.relation.${side.relation}`);
    case 'place':
      return <CommuneOf code={side.territory} />;
    case 'registered':
      return <bdi>{day(side.registeredOn)}</bdi>;
    case 'right':
      return side.right ? (
        <Words
          k="office.duplicates.two.right-to"
          facts={{ state: text(`entitlements.right.${side.right.state}`), day: day(side.right.to) }}
        />
      ) : null;
    default:
      return <bdi>{side.members}</bdi>;
  }
}
