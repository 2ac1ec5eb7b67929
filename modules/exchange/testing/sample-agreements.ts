import { createHash } from 'node:crypto';
import { type Clock, dayOf } from '#platform/clock';
import { type Database, sql } from '#platform/database';
import { newId } from '#platform/ids';
import type { AnswerField, AskingWay } from '../model/agreement.ts';

type Sample = {
  readonly partner: string;
  readonly names: readonly [string, string];
  readonly purposes: readonly [string, string];
  readonly mayAskBy: readonly AskingWay[];
  readonly fields: readonly AnswerField[];
};

/** Invented agreements of real bodies, to try the wire with: none was ever made, and none of these keys is a secret. */
const sampleAgreements: readonly Sample[] = [
  {
    partner: 'chu-ibn-sina',
    names: ['CHU Ibn Sina, Rabat', 'المركز الاستشفائي الجامعي ابن سينا، الرباط'],
    purposes: ['Vérifier les droits à l’admission', 'التحقق من الحقوق عند القبول'],
    mayAskBy: ['registration', 'receipt', 'card', 'code', 'snapshot'],
    fields: ['period', 'reason', 'next', 'category', 'registration', 'persons'],
  },
  {
    partner: 'daam',
    names: ['Programme DAAM, aide directe aux veuves', 'برنامج دعم المباشر للأرامل'],
    purposes: ['Vérifier l’éligibilité à l’aide aux veuves', 'التحقق من الأهلية لدعم الأرامل'],
    mayAskBy: ['card'],
    fields: ['category'],
  },
  {
    partner: 'scholarships',
    names: ['Bourses de l’enseignement supérieur', 'منح التعليم العالي'],
    purposes: ['Vérifier l’éligibilité à une bourse', 'التحقق من الأهلية للمنحة'],
    mayAskBy: ['card', 'registration'],
    fields: ['period'],
  },
  {
    partner: 'cnra',
    names: ['CNRA, Caisse nationale de retraites et d’assurances', 'الصندوق الوطني للتقاعد والتأمين'],
    purposes: ['Verser l’aide aux familles éligibles', 'صرف الدعم للأسر المؤهلة'],
    mayAskBy: ['card'],
    fields: [],
  },
];

/** The key of a sample agreement, known to everyone. */
export function sampleKey(partner: string): string {
  return `development-only-key-of-the-agreement-with-${partner}`;
}

/** Makes the sample agreements that are not there yet. Never asked for in production. */
export async function makeSampleAgreements(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  for (const { partner, names, purposes, mayAskBy, fields } of sampleAgreements) {
    const digest = createHash('sha256').update(sampleKey(partner)).digest('hex');
    await sql`
      with made as (
        insert into exchange.agreement (id, partner, name_fr, name_ar, purpose_fr, purpose_ar, legal_basis, legal_status, may_ask_by, fields,
          per_minute, from_day, to_day, made_at, made_by)
        select ${newId()}::uuid, ${partner}, ${names[0]}, ${names[1]}, ${purposes[0]}, ${purposes[1]}, 'convention d’exemple, loi 09-08',
          'illustrative', ${[...mayAskBy]}::text[], ${[...fields]}::text[], 6000, ${dayOf(now).toString()}::date, null,
          ${now.toString()}::timestamptz, 'system:samples'
        where not exists (select from exchange.agreement_key where digest = ${digest})
        returning id, made_at, made_by
      )
      insert into exchange.agreement_key (digest, agreement_id, made_at, made_by) select ${digest}, id, made_at, made_by from made`.execute(
      database.kysely,
    );
  }
}
