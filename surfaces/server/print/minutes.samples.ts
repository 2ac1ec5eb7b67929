import type { Minutes } from '#modules/commissions';

/** An invented sitting of two files, decided at nine thirty and a quarter to ten in the room's own time. */
export const sealedInAzilal: Minutes = {
  schema: 'ramed.minutes/2',
  number: '000412',
  kind: 'cpl',
  territory: '05.081.01.01',
  commission: { fr: 'Azilal', ar: 'أزيلال' },
  held_on: '2026-06-10',
  starts_at: '09:00',
  place: { fr: 'salle du caïdat', ar: 'قاعة القيادة' },
  opened_at: '2026-06-10T08:05:00Z',
  sealed_at: '2026-06-10T11:10:00Z',
  law: {
    institutions: {
      value: ['interior', 'health', 'finance', 'entraide_nationale', 'local_authority'],
      from: '2008-10-16',
      status: 'official',
    },
    quorum: { value: 2, from: '2008-10-16', status: 'illustrative' },
  },
  members: [
    {
      ...{ member: 'm1', institution: 'interior', seat: 'chair', name: { fr: 'Naïma TAZI', ar: 'نعيمة التازي' } },
      presence: [{ moved: 'arrived', at: '2026-06-10T08:05:00Z' }],
    },
    {
      ...{ member: 'm2', institution: 'health', seat: 'titular', name: { fr: 'Salma IDRISSI', ar: 'سلمى الإدريسي' } },
      presence: [
        { moved: 'arrived', at: '2026-06-10T08:05:00Z' },
        { moved: 'left', at: '2026-06-10T08:40:00Z' },
      ],
    },
    {
      ...{ member: 'm3', institution: 'finance', seat: 'titular', name: { fr: 'Hassan OUAZZANI', ar: 'حسن الوزاني' } },
      presence: [{ moved: 'arrived', at: '2026-06-10T08:05:00Z' }],
    },
    {
      ...{ member: 'm4', institution: 'local_authority', seat: 'secretary', name: { fr: 'Omar AIT ALI', ar: 'عمر أيت علي' } },
      presence: [{ moved: 'arrived', at: '2026-06-10T08:05:00Z' }],
    },
    {
      ...{ member: 'm5', institution: 'entraide_nationale', seat: 'titular', name: { fr: 'Zineb FILALI', ar: 'زينب الفيلالي' } },
      presence: [],
    },
  ],
  recusals: [{ file: '202600000440', member: 'm3', ground: 'declared', words: 'Il loue la maison.' }],
  written_opinions: [
    {
      ...{ file: '202600000457', institution: 'entraide_nationale', outcome: 'poor', words: 'Famille suivie.' },
      received_on: '2026-06-09',
    },
  ],
  decisions: [
    {
      ...{
        position: 1,
        file: '202600000440',
        head: { fr: 'BENALI Fatima', ar: 'فاطمة بنعلي' },
        proposal: 'poor',
        outcome: 'poor',
      },
      ...{
        reason: 'as-scored',
        remark: null,
        against_score: false,
        batch: 1,
        opinions: [],
        combined_by: null,
        seconded_by: null,
      },
      ...{ enquiry: null, ruled_at: '2026-06-10T08:30:00Z', based_on: null },
    },
    {
      ...{ position: 2, file: '202600000457', head: { fr: 'OUHADDOU Brahim', ar: 'إبراهيم أوحدو' }, proposal: 'not_eligible' },
      ...{ outcome: 'poor', reason: 'hardship-known-locally', remark: 'Veuf, récolte perdue.', against_score: true, batch: null },
      opinions: [
        { institution: 'interior', member: 'm1', outcome: 'poor', words: null },
        { institution: 'finance', member: 'm3', outcome: 'refused', words: 'Terres au-dessus de la limite.' },
      ],
      ...{ combined_by: 'chair', seconded_by: 'm3', enquiry: null, ruled_at: '2026-06-10T08:45:00Z', based_on: null },
    },
  ],
};
