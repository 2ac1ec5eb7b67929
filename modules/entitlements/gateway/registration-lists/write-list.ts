import { listWriter } from '#platform/lists';
import {
  type FamilyTexts,
  type PersonTexts,
  type RegistrationListFormat,
  type RegistrationListHeader,
  registrationListSchema,
} from '../../model/registration-list.ts';
import { registrationListShape } from './shape.ts';

/** Pieces of a list, to be written in this order: one header, any number of families, one footer. */
export type RegistrationListWriter = {
  header(meta: Omit<RegistrationListHeader, 'schema'>): string;
  family(family: FamilyTexts, persons: readonly PersonTexts[]): string;
  footer(): string;
};

/** A writer of `ramed.registration-list/1`. */
export function registrationListWriter(format: RegistrationListFormat): RegistrationListWriter {
  const { header, record, footer } = listWriter(registrationListShape, format);
  return { header: (meta) => header({ schema: registrationListSchema, ...meta }), family: record, footer };
}
