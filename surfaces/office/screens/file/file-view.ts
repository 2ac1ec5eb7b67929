import type { QuestionOutput } from '../../client/contract.ts';

/** A file as the office sees it whole. */
export type FileView = NonNullable<QuestionOutput<'applications.one-file'>['file']>;
export type Member = FileView['declaration']['members'][number];

/** The parts of the page, in the order of their digits. */
export const sections = ['summary', 'family', 'papers', 'checks', 'score', 'history', 'letters', 'proof'] as const;
export type Section = (typeof sections)[number];

/** The parts that not everybody has, with what lets one have them. */
export const permissionOf: Partial<Record<Section, string>> = { proof: 'commissions:replay' };

/** The file and the part that an address means: `/file/<id>/papers`. */
export function placeIn(path: string): { readonly id: string; readonly section: Section } {
  const [, id = '', wanted = ''] = /^\/file\/([^/]+)(?:\/([a-z]+))?/.exec(path) ?? [];
  return { id, section: sections.find((one) => one === wanted) ?? 'summary' };
}
