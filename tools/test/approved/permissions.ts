import { permissionsOf, type Role, roles } from '../../../modules/staff/model/roles.ts';
import { isPublished } from '../../../surfaces/server/api.ts';
import { houseOnPaper } from './house-on-paper.ts';

const posts = Object.keys(roles) as Role[];

/** Who may do and ask what, as an auditor reads it: a row for each deed and question, a column for each post. */
export function describePermissions(): Promise<string> {
  return houseOnPaper(
    ({ actions, queries }) => `# Who may do what

Made from the deeds and questions of the modules and from the table of posts. A post acts inside its territory only; "anyone" is not
signed in and gives what the deed itself asks for.

## Deeds

${matrix(actions.filter(isPublished))}

## Questions

${matrix(queries.filter(isPublished))}

## By the house itself

No post reaches these: reactions to events and nightly work.

${[...actions, ...queries]
  .filter((thing) => !isPublished(thing))
  .map(({ name, summary }) => `- \`${name}\`: ${summary}`)
  .sort()
  .join('\n')}
`,
  );
}

type Thing = { readonly name: string; readonly permission: `${string}:${string}` };

function matrix(things: readonly Thing[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['name', 'permission', ...posts, 'anyone'];
  const rows = [...things]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((thing) => [
      `\`${thing.name}\``,
      `\`${thing.permission}\``,
      ...posts.map((post) => mark(isHeldBy(post, thing))),
      mark(isOpen(thing)),
    ]);
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function isHeldBy(post: Role, { permission }: Thing): boolean {
  return permissionsOf(post).has(permission);
}

function isOpen({ permission }: Thing): boolean {
  return permission.startsWith('public:');
}

function mark(holds: boolean): string {
  return holds ? 'yes' : '';
}
