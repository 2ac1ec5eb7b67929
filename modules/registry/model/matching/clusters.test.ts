import { expect, test } from 'vitest';
import { clustersOf, type Known, type Link, pairKey } from './clusters.ts';

function known(...persons: readonly (Partial<Known> & { readonly person: string })[]): ReadonlyMap<string, Known> {
  return new Map(
    persons.map((person) => [
      person.person,
      { cnie: null, sex: 'F', birthDate: '1984-05-02', households: [`of ${person.person}`], ...person },
    ]),
  );
}

function link(one: string, other: string, probability: number): Link {
  return { one, other, probability };
}

const nobody: ReadonlySet<string> = new Set();

test('persons joined by links are one cluster, known by the least of them, in whatever order the links come', () => {
  const links = [link('c', 'b', 0.9), link('a', 'b', 0.99), link('x', 'y', 0.95)];
  const persons = known({ person: 'a' }, { person: 'b' }, { person: 'c' }, { person: 'x' }, { person: 'y' });
  for (const order of [links, links.toReversed()]) {
    const { clusterOf, contradicted } = clustersOf(order, persons, nobody);
    expect(['a', 'b', 'c', 'x', 'y'].map((person) => clusterOf.get(person))).toEqual(['a', 'a', 'a', 'x', 'x']);
    expect(contradicted).toEqual([]);
  }
});

test.each([
  ['two cards', { cnie: 'A1' }, { cnie: 'B2' }],
  ['births years apart', { birthDate: '1975-01-01' }, { birthDate: '1993-01-01' }],
  ['a household that states both', { households: ['h1'] }, { households: ['h2', 'h1'] }],
])('no chain joins %s: the weaker link is left out', (_what, one, other) => {
  const persons = known({ person: 'a', ...one }, { person: 'b' }, { person: 'c', ...other });
  const { clusterOf, contradicted } = clustersOf([link('b', 'c', 0.8), link('a', 'b', 0.9)], persons, nobody);
  expect([clusterOf.get('a'), clusterOf.get('b'), clusterOf.get('c')]).toEqual(['a', 'a', undefined]);
  expect(contradicted).toEqual([link('b', 'c', 0.8)]);
});

test('who was kept apart is not joined by others', () => {
  const persons = known({ person: 'a' }, { person: 'b' }, { person: 'c' });
  const { clusterOf, contradicted } = clustersOf(
    [link('a', 'b', 0.9), link('b', 'c', 0.8)],
    persons,
    new Set([pairKey('c', 'a')]),
  );
  expect([clusterOf.get('a'), clusterOf.get('b'), clusterOf.get('c')]).toEqual(['a', 'a', undefined]);
  expect(contradicted).toEqual([link('b', 'c', 0.8)]);
});
