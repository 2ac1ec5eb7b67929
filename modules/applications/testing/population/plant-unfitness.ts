import type { Declaration, Member } from '#modules/eligibility';
import type { IntakeRule } from '../../model/intake-rules.ts';
import { toDay, toIso } from './calendar.ts';
import type { Filed, Planting } from './plant.ts';
import type { Random } from './random.ts';

/** Spoils one thing for which intake must refuse the request, with the rule it must name. */
export function plantUnfitness({ declaration, reference, random }: Planting): Omit<Filed, 'reference'> {
  const { rule, path, spoil } = random.pick(unfitnesses);
  const spoilt = spoil(declaration, random);
  const place = typeof path === 'string' ? path : path(spoilt.declaration);
  return { ...spoilt, truths: [{ kind: 'unfit-for-intake', reference, rule, path: place, expected: 'refused-at-intake' }] };
}

type Unfitness = {
  readonly rule: IntakeRule;
  readonly path: string | ((spoilt: Declaration) => string);
  readonly spoil: (declaration: Declaration, random: Random) => Pick<Filed, 'declaration' | 'strangeKey'>;
};

const unfitnesses: readonly Unfitness[] = [
  { rule: 'head-under-age', path: 'members[0].birth_date', spoil: headUnderAge },
  { rule: 'commune-unknown', path: 'commune', spoil: communeUnknown },
  { rule: 'member-listed-twice', path: ({ members }) => `members[${members.length - 1}]`, spoil: lastMemberTwice },
  {
    rule: 'unknown-key',
    path: 'telephone',
    spoil: (declaration) => ({ declaration, strangeKey: { name: 'telephone', value: '0600000000' } }),
  },
  { rule: 'choice', path: 'members[0].marital_status', spoil: saying('marital_status', 'veuf(ve)') },
  { rule: 'date-range', path: ({ members }) => `members[${members.length - 1}].birth_date`, spoil: lastMemberNotBornYet },
  { rule: 'format', path: 'members[0].birth_date', spoil: saying('birth_date', '1984-02-30') },
  {
    rule: 'type',
    path: 'dwelling.rooms',
    spoil: (declaration) => filed({ ...declaration, dwelling: { ...declaration.dwelling, rooms: 'deux' } }),
  },
  {
    rule: 'cover-not-declared',
    path: 'no_other_cover_declared',
    spoil: (declaration) => filed({ ...declaration, no_other_cover_declared: false }),
  },
];

/** The head's situation is alone and without children, so that youth is the one thing wrong. */
function headUnderAge(declaration: Declaration, random: Random) {
  const [head] = declaration.members;
  const birth_date = toIso(toDay(declaration.filed_on) - random.between(5300, 6500));
  const alone = { marital_status: 'single', occupation: 'labourer', education: 'basic', disabled: false } as const;
  return filed({ ...declaration, members: [{ ...head, ...alone, birth_date }], nuclei: 1 });
}

/** No commune of Morocco ends in two nines. */
function communeUnknown(declaration: Declaration) {
  return filed({ ...declaration, commune: `${declaration.commune.slice(0, declaration.commune.lastIndexOf('.'))}.99` });
}

function lastMemberTwice(declaration: Declaration) {
  const last = lastOf(declaration);
  const again = { ...last, ref: last.ref + 1, relation: last.relation === 'head' ? 'sibling' : last.relation };
  return filed({ ...declaration, members: [...declaration.members, again] });
}

function lastMemberNotBornYet(declaration: Declaration, random: Random) {
  const birth_date = toIso(toDay(declaration.filed_on) + random.between(10, 200));
  return filed({ ...declaration, members: [...declaration.members.slice(0, -1), { ...lastOf(declaration), birth_date }] });
}

function saying(key: keyof Member, word: string) {
  return (declaration: Declaration) => {
    const [head, ...others] = declaration.members;
    return filed({ ...declaration, members: [{ ...head, [key]: word }, ...others] });
  };
}

function lastOf({ members }: Declaration): Member {
  const last = members.at(-1);
  if (last === undefined) throw new TypeError('a household of nobody');
  return last;
}

/** The one place where what is not a declaration passes for one, on its way to those who must refuse it. */
function filed(spoilt: unknown): { readonly declaration: Declaration } {
  return { declaration: spoilt as Declaration };
}
