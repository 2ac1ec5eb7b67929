import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { permissionsOf, type Role, roles } from '../model/roles.ts';

type Thing = { readonly name: string; readonly summary: string; readonly permission: string; readonly internal?: boolean };

/** Every deed and question there is, as the house has put them together. */
export type DeedsAndQuestions = () => { readonly actions: readonly Thing[]; readonly queries: readonly Thing[] };

/** Who may do and ask what: the table of posts laid over the deeds and questions themselves, so that it cannot say what is not so. */
export const permissionMatrix = (list: DeedsAndQuestions) =>
  defineQuery({
    name: 'staff.permission-matrix',
    summary: 'Which post may do which deed and ask which question',
    permission: 'staff:read',
    input: z.object({}),
    output: z.object({
      roles: z.array(z.string()),
      things: z.array(
        z.object({
          kind: z.enum(['deed', 'question']),
          name: z.string(),
          summary: z.string(),
          permission: z.string(),
          /** Anyone, not signed in as well. */
          anyone: z.boolean(),
          roles: z.array(z.string()),
        }),
      ),
    }),
    run: async () => {
      const { actions, queries } = list();
      const named = Object.keys(roles) as Role[];
      const toThing = (kind: 'deed' | 'question') => (thing: Thing) => ({
        kind,
        name: thing.name,
        summary: thing.summary,
        permission: thing.permission,
        anyone: thing.permission.startsWith('public:'),
        roles: named.filter((role) => permissionsOf(role).has(thing.permission as `${string}:${string}`)),
      });
      const isAsked = ({ internal, permission }: Thing) => internal !== true && !permission.startsWith('system:');
      return {
        roles: named,
        things: [...actions.filter(isAsked).map(toThing('deed')), ...queries.filter(isAsked).map(toThing('question'))].sort(
          (one, other) => (one.name < other.name ? -1 : 1),
        ),
      };
    },
  });
