import {
  type FamilyTexts,
  familyFields,
  type PersonTexts,
  personFields,
  type RegistrationListFormat,
  type RegistrationListHeader,
  registrationListNamespace,
  registrationListSchema,
} from '../../model/registration-list.ts';
import { csvCell, xmlAttributes } from './written.ts';

/** Pieces of a list, to be written in this order: one header, any number of families, one footer. */
export type RegistrationListWriter = {
  header(meta: Omit<RegistrationListHeader, 'schema'>): string;
  family(family: FamilyTexts, persons: readonly PersonTexts[]): string;
  footer(): string;
};

/** A writer of `ramed.registration-list/1`. */
export function registrationListWriter(format: RegistrationListFormat): RegistrationListWriter {
  return writers[format];
}

const columns = [...familyFields, ...personFields];

const writers: Readonly<Record<RegistrationListFormat, RegistrationListWriter>> = {
  csv: {
    header: (meta) => {
      const told = Object.entries({ schema: registrationListSchema, ...meta }).map(([name, value]) => `#${name};${value}\r\n`);
      return `${told.join('')}${columns.join(';')}\r\n`;
    },
    family: (family, persons) =>
      persons
        .map((person) => ({ ...family, ...person }) as Readonly<Record<string, string | undefined>>)
        .map((row) => `${columns.map((column) => csvCell(row[column] ?? '')).join(';')}\r\n`)
        .join(''),
    footer: () => '',
  },
  xml: {
    header: (meta) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<registrations xmlns="${registrationListNamespace}"${xmlAttributes({ schema: registrationListSchema, ...meta })}>\n`,
    family: (family, persons) => {
      const inside = persons.map((person) => `    <person${xmlAttributes(person)}/>\n`).join('');
      return `  <family${xmlAttributes(family)}>\n${inside}  </family>\n`;
    },
    footer: () => '</registrations>\n',
  },
};
