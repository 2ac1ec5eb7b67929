import type { ListShape } from '#platform/lists';
import { CoverListHeader, coverListNamespace, lineFields } from '../../model/cover-list.ts';

/** `ramed.cover-list/1`, as `ramed-cover-list-1.xsd` says it of the XML: a line is one person's cover. */
export const coverListShape: ListShape<CoverListHeader> = {
  root: 'list',
  namespace: coverListNamespace,
  header: CoverListHeader,
  record: { name: 'cover', fields: lineFields },
  columns: ['member', 'from'],
};
