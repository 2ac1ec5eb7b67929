import type { ReactNode } from 'react';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { CommuneOf, NameOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import type { OnePair } from './pair-beside.tsx';
import { looksOfWeights, weightOf } from './weight-words.ts';

type Side = OnePair['one'];
type Field = OnePair['fields'][number];

/** Field by field: the two, how far they agree, and how much that says. */
export function FieldsTable({ pair }: { readonly pair: OnePair }) {
  const text = useText();
  return (
    <Table className="comparison" aria-label={text('office.duplicates.fields')}>
      <thead>
        <tr>
          <td />
          <th scope="col">
            <NameOf names={pair.one.names} />
          </th>
          <th scope="col">
            <NameOf names={pair.other.names} />
          </th>
          <th scope="col">
            <Words k="office.duplicates.says" />
          </th>
        </tr>
      </thead>
      <tbody>
        {pair.fields.map((field) => (
          <FieldRow key={field.field} field={field} pair={pair} />
        ))}
      </tbody>
    </Table>
  );
}

function FieldRow({ field: { field, level, bits, isRare }, pair }: { readonly field: Field; readonly pair: OnePair }) {
  const weight = weightOf(level, bits);
  const kind = field === 'given' || field === 'family' ? 'name' : field;
  return (
    <tr data-differs={weight === 'nothing' ? 'unknown' : bits > 0 ? 'same' : 'different'}>
      <th scope="row">
        <Words k={`office.duplicates.field.${field}`} />
      </th>
      <td>
        <Value field={field} side={pair.one} />
      </td>
      <td>
        <Value field={field} side={pair.other} />
      </td>
      <td>
        <Words k={level === 'missing' ? 'office.duplicates.level.missing' : `office.duplicates.level.${kind}.${level}`} />
        {isRare && bits > 0 ? (
          <>
            {' · '}
            <Words k="office.duplicates.rare" />
          </>
        ) : null}{' '}
        {weight === 'nothing' ? null : (
          <Tag look={looksOfWeights[weight]}>
            <Words k={`office.duplicates.weight.${weight}`} />
          </Tag>
        )}
      </td>
    </tr>
  );
}

function Value({ field, side }: { readonly field: string; readonly side: Side }): ReactNode {
  const { text, language } = useSpeech();
  switch (field) {
    case 'given':
    case 'family':
      return <BothScripts names={side.names} part={field} />;
    case 'birth':
      return <bdi>{formatDate(language, toDate(side.birthDate), 'short')}</bdi>;
    case 'sex':
      return text(`office.duplicates.sex.${side.sex}`);
    case 'place':
      return <CommuneOf code={side.territory} />;
    case 'kin':
      return <Kin side={side} />;
    default:
      return <bdi dir="ltr">{side.cnie ?? ''}</bdi>;
  }
}

function BothScripts({ names, part }: { readonly names: Side['names']; readonly part: 'given' | 'family' }) {
  const written = [names.fr?.[part], names.ar?.[part]].filter((name) => name !== undefined);
  return written.map((name) => (
    <div key={name}>
      <bdi>{name}</bdi>
    </div>
  ));
}

/** The others of the household that states this person last, by given name and year, as they are compared. */
function Kin({ side }: { readonly side: Side }) {
  const { language } = useSpeech();
  const [last] = side.households;
  const others = last?.members.filter(({ person }) => person !== side.person) ?? [];
  return others.map(({ person, names, birthDate }) => (
    <div key={person}>
      <bdi>{(language === 'ar' ? (names.ar ?? names.fr) : (names.fr ?? names.ar))?.given}</bdi> <bdi>{birthDate.slice(0, 4)}</bdi>
    </div>
  ));
}
