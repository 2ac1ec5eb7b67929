import type { BatchReport } from './batch-report.ts';
import { type Fault, type RefusedRecord, sayFault, sayRefused } from './refusal-words.ts';

/** What became of every record of a batch, as a table for a terminal, with the first records that were refused and why. */
export function closingTable(report: BatchReport, elapsedMs: number, refused: readonly RefusedRecord[]): string {
  const accepted = report.read - report.refused - report.repeated;
  const rows: readonly (readonly [string, number, string])[] = [
    ['received', report.read, report.repeated > 0 ? `${report.repeated} were here already` : ''],
    ['refused at the door', report.refused, report.refusals.map(({ rule, records }) => `${rule} ${records}`).join(', ')],
    [
      'waiting for a partner',
      report.waitingForPartner,
      Object.entries(report.silent)
        .map(([partner, { files, since }]) => `${partner}: ${files} since ${since.slice(11, 19)}`)
        .join(', '),
    ],
    ['with a difference to settle', report.discordant, 'a verification officer must look'],
    ['scored', report.scored, ''],
    ['decided: poor', report.outcomes.poor ?? 0, ''],
    ['decided: vulnerable', report.outcomes.vulnerable ?? 0, ''],
    ['decided: refused', report.outcomes.refused ?? 0, ''],
    ['registered', report.registered, ''],
    ['held for double cover', report.held, 'covered by another scheme'],
    ['waiting for a contribution', report.waitingForContribution, ''],
    ['cards issued', report.cards, ''],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, count, note]) => `  ${name.padEnd(width)}  ${String(count).padStart(8)}   ${note}`.trimEnd());
  const pace = accepted > 0 ? `, ${Math.round(accepted / (elapsedMs / 1000))} files a second` : '';
  const fault = report.fault ? [`  ${sayFault(report.fault as Fault)}`] : [];
  const reasons = refused.flatMap(sayRefused).map((reason) => `  ${reason}`);
  return [`  ${(elapsedMs / 1000).toFixed(1)} seconds${pace}`, ...lines, ...fault, ...reasons].join('\n');
}
