import type { Leaf, Shape } from './shape.ts';
import { declarationShape } from './shape.ts';

/** Where a column's value goes in the declaration: `['members', 0, 'names', 'fr', 'family']`. */
export type ColumnPath = readonly (string | number)[];
export type Column = { readonly name: string; readonly path: ColumnPath; readonly leaf: Leaf };

/**
 * The columns of a declaration with places for so many members, in the order of the contract: `dwelling_kind`,
 * `member_1_names_fr_family`. A member's `ref` is the number in the column's name.
 */
export function declarationColumns(members: number): readonly Column[] {
  return columnsUnder(declarationShape, { name: '', path: [], members });
}

type Place = { readonly name: string; readonly path: ColumnPath; readonly members: number };

function columnsUnder(shape: Shape, place: Place): Column[] {
  if (typeof shape === 'string') return [{ name: place.name, path: place.path, leaf: shape }];
  if (shape.kind === 'constant') return [];
  if (shape.kind === 'list') {
    return Array.from({ length: place.members }).flatMap((_, index) =>
      columnsUnder(shape.of, { ...place, name: `${shape.item}_${index + 1}`, path: [...place.path, index] }),
    );
  }
  return Object.entries(shape.fields)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, field]) =>
      columnsUnder(field, { ...place, name: place.name === '' ? key : `${place.name}_${key}`, path: [...place.path, key] }),
    );
}
