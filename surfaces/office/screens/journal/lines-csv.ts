import type { Line } from './sought.ts';

const columns = [
  'at',
  'what',
  'actor',
  'login',
  'role',
  'post_territory',
  'acting_for',
  'subject',
  'territory',
  'detail',
] as const;

/** Lines of the journal as a table for a spreadsheet (RFC 4180), in the words they were written in. */
export function toCsv(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.at,
    'action' in line ? line.action : line.question,
    line.who.actor,
    line.who.login ?? '',
    line.who.role ?? '',
    line.who.postTerritory ?? '',
    line.who.actingFor?.nameFr ?? '',
    line.subject,
    line.territory,
    'action' in line ? (line.reason ?? '') : String(line.shown),
  ]);
  return [columns, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

/** Quoted where it must be, and never taken for a formula by a spreadsheet. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
