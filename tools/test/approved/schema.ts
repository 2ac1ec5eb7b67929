import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeEmbeddedServer, startEmbeddedServer } from '#platform/database';
import { bringToPresent } from '../../../surfaces/preparation.ts';

/**
 * The migrated database as text that a reviewer can read: what each schema holds and who may do what with it, in a stable order.
 * The queue's own schema belongs to its package and is left out.
 */
export async function describeSchema(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-schema-'));
  const server = await startEmbeddedServer(dataFolder);
  try {
    const { owner } = await bringToPresent(server.url, { app: 'schema-only-app', jobs: 'schema-only-jobs' });
    return await readCatalogue(owner);
  } finally {
    await server.stop();
    await removeEmbeddedServer(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function readCatalogue(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const parts: string[] = [];
    for (const question of questions) {
      const { rows } = await client.query<{ text: string }>(question);
      parts.push(rows.map(({ text }) => text).join('\n'));
    }
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`;

/** Not brought by an extension. */
const own = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

/** `granted to ramed_app: INSERT, SELECT;` for each role but the owner. */
const grants = (acl: string, owner: string) => `(
  select coalesce(string_agg(format(E'\\n  granted to %s: %s', role, privileges), '' order by role), '')
  from (
    select case a.grantee when 0 then 'public' else a.grantee::regrole::text end as role,
      string_agg(a.privilege_type, ', ' order by a.privilege_type) as privileges
    from aclexplode(${acl}) a where a.grantee <> ${owner} group by 1
  ) granted)`;

const lines = (query: string) => `coalesce((${query}), '')`;

const columns = lines(`
  select string_agg(format(E'\\n  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case a.attidentity when '' then '' else ' identity' end,
    coalesce(case a.attgenerated when '' then ' default ' else ' generated as ' end || pg_get_expr(f.adbin, f.adrelid), '')),
    '' order by a.attnum)
  from pg_attribute a left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`);

const constraints = lines(`
  select string_agg(format(E'\\n  constraint %s %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.conname)
  from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'`);

const indexes = lines(`
  select string_agg(format(E'\\n  %s', pg_get_indexdef(i.indexrelid)), '' order by i.indexrelid::regclass::text)
  from pg_index i where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`);

const policies = lines(`
  select string_agg(format(E'\\n  policy %s for %s to %s using %s check %s', p.policyname, p.cmd, array_to_string(p.roles, ', '),
    coalesce(p.qual, '-'), coalesce(p.with_check, '-')), '' order by p.policyname)
  from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname`);

const triggers = lines(`
  select string_agg(format(E'\\n  %s', pg_get_triggerdef(t.oid)), '' order by t.tgname)
  from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal`);

const questions = [
  `select format('schema %s', n.nspname) || ${grants('n.nspacl', 'n.nspowner')} as text from pg_namespace n where ${OURS} order by 1`,
  `select format(E'%s %s.%s%s', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
      n.nspname, c.relname,
      case when c.relrowsecurity then ' with row-level security' || case when c.relforcerowsecurity then ', forced' else '' end else '' end)
    || ${columns} || ${constraints} || ${indexes} || ${policies} || ${triggers} || ${grants('c.relacl', 'c.relowner')}
    || E'\\n' as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and ${OURS} and ${own('pg_class', 'c.oid')} order by n.nspname, c.relname`,
  `select format('sequence %s.%s', n.nspname, c.relname) || ${grants('c.relacl', 'c.relowner')} as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'S' and ${OURS} and ${own('pg_class', 'c.oid')} order by n.nspname, c.relname`,
  `select format('type %s.%s: %s', n.nspname, t.typname,
      (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)) as text
  from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and ${OURS} order by 1`,
  `select pg_get_functiondef(p.oid) || format('-- owner %s', p.proowner::regrole)
    || ${grants("coalesce(p.proacl, acldefault('f', p.proowner))", 'p.proowner')} || E'\\n' as text
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p') and ${OURS} and ${own('pg_proc', 'p.oid')} order by n.nspname, p.proname, p.oid::regprocedure::text`,
];
