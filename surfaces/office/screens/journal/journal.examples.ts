import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';

const who = {
  ...{ actor: 'agent:1', login: 'h.oubella', nameFr: 'Hanane Oubella', nameAr: 'حنان أوبلا' },
  ...{ role: 'counter-agent', postTerritory: '05.081.01.01' },
};
const line = { at: '2026-11-28T09:12:00.000Z', subject: 'application:0192-7', territory: '05.081.01.01', who };
const other = { ...who, actingFor: { agent: '2', nameFr: 'Rachid Amrani', nameAr: 'رشيد عمراني' } };

const answers = (language: Language) => ({
  'staff.journal': {
    lines: [
      { ...line, action: 'applications.open-checking', reason: null },
      { ...line, action: 'staff.note-absence', who: other, reason: language === 'ar' ? 'رخصة' : 'congé' },
    ],
    next: { at: line.at, book: '05.081', seq: 7 },
  },
  'staff.readings': { lines: [{ ...line, question: 'applications.one-file', shown: 1, told: null, post: null }] },
  'staff.agents': { agents: [], more: false },
});
const page = { path: '/journal', answers } as const;

export const examples: readonly Example[] = [
  { name: 'journal', ...page, as: 'auditor' },
  { name: 'journal-for-administrators', ...page, as: 'administrator' },
  { name: 'journal-lines', ...page, as: 'auditor', path: '/journal?from=2026-11-28', waitFor: 'tbody td' },
  { name: 'journal-readings', ...page, as: 'auditor', path: '/journal?from=2026-11-28&kind=readings', waitFor: 'tbody td' },
  { name: 'journal-nothing-asked', ...page, as: 'auditor', click: 'form .button-primary' },
];
