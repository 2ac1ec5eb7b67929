import type { ListShape } from '#platform/lists';
import { familyFields, personFields, RegistrationListHeader, registrationListNamespace } from '../../model/registration-list.ts';

/** `ramed.registration-list/1`, as its XSD says it of the XML: a record is a family, its parts are its persons. */
export const registrationListShape: ListShape<RegistrationListHeader> = {
  root: 'registrations',
  namespace: registrationListNamespace,
  header: RegistrationListHeader,
  record: { name: 'family', fields: familyFields },
  part: { name: 'person', fields: personFields },
  columns: ['request', 'operation', 'category', 'ref'],
};
