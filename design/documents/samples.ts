import { toDate } from '#platform/dates';
import { dirhams } from '#platform/money';
import type { CardDocument } from './card.ts';
import type { DecisionDocument } from './decision.ts';
import type { BilingualText } from './document-data.ts';
import type { DossierDocument } from './dossier.ts';
import type { PaymentNoticeDocument } from './payment-notice.ts';
import type { PaymentReceiptDocument } from './payment-receipt.ts';
import type { ReceiptDocument } from './receipt.ts';

/** Invented families for tests, the gallery and training: an everyday one, and the ones that strain a layout. */
const name = (latin: string, arabic: string): BilingualText => ({ latin, arabic });

/** A credential's text in length and alphabet only: it verifies as forged. */
const credentialText = `RMD1:${'6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N'.repeat(7).slice(0, 297)}`;

const fatima = { name: name('BENALI Fatima Zahra', 'فاطمة الزهراء بنعلي'), nationalCard: 'BE412312', birthYear: 1982 };
const children = [
  name('BENALI Yassine', 'ياسين بنعلي'),
  name('BENALI Khadija', 'خديجة بنعلي'),
  name('BENALI Mohamed Amine', 'محمد أمين بنعلي'),
  name('BENALI Salma', 'سلمى بنعلي'),
  name('BENALI Abdelouahed', 'عبد الواحد بنعلي'),
  name('BENALI Hafsa', 'حفصة بنعلي'),
  name('BENALI Ilyas', 'إلياس بنعلي'),
  name('BENALI Zineb', 'زينب بنعلي'),
  name('BENALI Ayoub', 'أيوب بنعلي'),
  name('BENALI Meryem', 'مريم بنعلي'),
].map((child, rank) => ({ name: child, birthYear: 2004 + rank }));

export const cardOfFatima: CardDocument = {
  registrationNumber: '201504127733',
  cardSerial: 'C26000417',
  holder: fatima.name,
  validFrom: toDate('2026-04-02'),
  validUntil: toDate('2029-04-01'),
  beneficiaries: [fatima, ...children.slice(0, 4)],
  credentialText,
};

export const cardOfALargeFamily: CardDocument = {
  ...cardOfFatima,
  holder: name('BENCHEKROUN EL IDRISSI EL HASSANI Moulay Abdelhamid', 'مولاي عبد الحميد بنشقرون الإدريسي الحسني العلوي'),
  beneficiaries: [
    {
      name: name('BENCHEKROUN EL IDRISSI EL HASSANI Moulay Abdelhamid', 'مولاي عبد الحميد بنشقرون الإدريسي الحسني'),
      birthYear: 1969,
    },
    fatima,
    ...children,
  ],
};

export const cardInArabicOnly: CardDocument = {
  ...cardOfFatima,
  holder: name('', 'إبراهيم أيت أومغار الأݣاديري'),
  beneficiaries: [
    { name: name('', 'إبراهيم أيت أومغار الأݣاديري'), birthYear: 1951 },
    { name: name('', 'عائشة أڭنسوس'), birthYear: 1958 },
  ],
};

export const receiptOfFatima: ReceiptDocument = {
  receiptNumber: '201504127733',
  filedOn: toDate('2026-01-03'),
  office: name('Annexe Hay Salam', 'ملحقة حي السلام'),
  family: [fatima, ...children.slice(0, 4)],
  emergenciesUntil: toDate('2026-03-03'),
  answerBy: toDate('2026-03-01'),
  credentialText,
};

export const receiptOfALargeFamily: ReceiptDocument = {
  ...receiptOfFatima,
  office: name('Caïdat Aït M’Hamed, cercle d’Azilal', 'قيادة آيت امحمد، دائرة أزيلال'),
  family: [{ name: cardOfALargeFamily.holder, nationalCard: 'I99812', birthYear: 1969 }, fatima, ...children],
};

export const paymentNoticeOfSix: PaymentNoticeDocument = {
  noticeNumber: '260400012345',
  registrationNumber: '201504127733',
  head: fatima.name,
  persons: 6,
  perPerson: dirhams(120),
  cap: dirhams(600),
  amount: dirhams(600),
  issuedOn: toDate('2026-03-20'),
  payBefore: toDate('2026-06-20'),
  coversUntil: toDate('2027-04-01'),
  payAt: name('Toute agence Al Barid Bank', 'أي وكالة من وكالات البريد بنك'),
};

export const paymentReceiptOfSix: PaymentReceiptDocument = {
  noticeNumber: paymentNoticeOfSix.noticeNumber,
  registrationNumber: paymentNoticeOfSix.registrationNumber,
  head: fatima.name,
  persons: 6,
  amount: dirhams(600),
  coversUntil: paymentNoticeOfSix.coversUntil,
  paidOn: toDate('2026-04-02'),
  payment: { number: 'BAM-2026-04-0042317', branch: 'Azilal' },
};

const commission = name('Commission locale de l’annexe Hay Salam', 'اللجنة المحلية لملحقة حي السلام');

export const decisionRefused: DecisionDocument = {
  language: 'fr',
  requestNumber: '201504127733',
  head: fatima.name,
  commission,
  decidedOn: toDate('2026-03-12'),
  outcome: 'refused',
  verdict: 'Votre demande n’a pas été acceptée.',
  conditions: [
    { label: 'Vos biens, par personne', value: '74 points', limit: '70 au plus', met: false },
    { label: 'Vos conditions de vie', value: '5 points', limit: '6 au plus', met: true, isNearLimit: true },
  ],
  inFavour: ['6 personnes à charge', 'une personne handicapée'],
  against: ['terres irriguées : 3 ha', 'un véhicule', 'logement avec eau et électricité'],
  contest: {
    until: toDate('2026-04-11'),
    caution: 'Ce délai est un exemple : aucun texte public ne le donne.',
  },
  rule: { name: 'ramed-2008, 2015-12', digest: '9f2c51e07ab4', isIllustrative: true },
  help: { office: 'Hay Salam', helpline: '080 200 33 33' },
  minutes: {
    sittingNumber: '000412',
    position: 47,
    digest: '3f8a2c94d1b70e56a9c4f2871de053b6c7a81f4e9d20b35a6f7c1e8840d29b5a',
    code: `RMM1:${'3F8A2C94D1B70E56A9C4F2871DE053B6C7A81F4E9D20B35A6F7C1E8840D29B5A:'.repeat(2).slice(0, -1)}`,
  },
};

export const decisionRefusedInArabic: DecisionDocument = {
  ...decisionRefused,
  language: 'ar',
  verdict: 'لم يُقبل طلبكم.',
  contest: { until: toDate('2026-04-11'), caution: 'هذا الأجل مثال فقط: لا يوجد نص عمومي يحدده.' },
  commissionReason: 'تبين للجنة أن الأسرة تستفيد من دخل غير مصرح به.',
  conditions: [
    { label: 'الممتلكات للفرد', value: '74 نقطة', limit: '70 على الأكثر', met: false },
    { label: 'ظروف العيش', value: '5 نقط', limit: '6 على الأكثر', met: true },
  ],
  inFavour: ['6 أشخاص تحت الكفالة', 'شخص في وضعية إعاقة'],
  against: ['أرض مسقية: 3 هكتارات', 'سيارة من نوع Dacia 2009', 'سكن به ماء وكهرباء'],
  help: { office: 'حي السلام', helpline: '080 200 33 33' },
};

export const decisionVulnerableInTamazight: DecisionDocument = {
  ...decisionRefused,
  language: 'zgh',
  outcome: 'vulnerable',
  verdict: 'ⵉⵜⵜⵓⵇⴱⵍ ⵓⵙⵓⵜⵔ ⵏⵡⵏ, ⵙ ⵓⴼⵔⵓ ⵏ ⴽⵓ ⴰⵙⴳⴳⵯⴰⵙ.',
  contest: { until: toDate('2026-04-11') },
  conditions: [{ label: 'ⵜⵉⴼⴰⴷⵉⵡⵉⵏ ⵏ ⵜⵓⴷⵔⵜ', value: '5', limit: '6', met: true }],
  inFavour: ['ⵚⴹⵉⵚ ⵏ ⵉⴼⴳⴰⵏⵏ'],
  against: [],
};

/** Longer words than a form has, and names in two scripts in one column. */
export const dossierOfALargeFamily: DossierDocument = {
  language: 'fr',
  requestNumber: '202604127733',
  filedOn: toDate('2026-01-03'),
  head: cardOfALargeFamily.holder,
  office: name('Hay Salam', 'حي السلام'),
  parts: [
    { letter: 'A', title: 'Vous', questions: [questionOf('1', 'Qui êtes-vous ?', ['1.1', 'Date de naissance', '31 mars 1985'])] },
    {
      letter: 'B',
      title: 'Votre famille',
      questions: children.map(({ name: { latin, arabic } }, rank) =>
        questionOf(
          '9',
          `Qui est la personne n° ${rank + 2} ?`,
          ['9.3', 'Nom, en lettres latines', latin],
          ['9.5', 'Nom, en arabe', arabic],
        ),
      ),
    },
  ],
  papers: [{ name: 'Copie de votre carte nationale', why: 'Vous faites la demande.', copies: '1 exemplaire' }],
  bringBy: toDate('2026-01-18'),
  code: 'dossierfgdeohktycnsrruxlllkppy',
  answers: ['12', '22'].map((part) =>
    `RMA1:${part}A1B${'6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N'.repeat(13)}`.slice(0, 600),
  ),
};

export const dossierInArabic: DossierDocument = { ...dossierOfALargeFamily, language: 'ar' };

function questionOf(number: string, title: string, ...answers: readonly (readonly [string, string, string])[]) {
  return { number, title, isWide: false, answers: answers.map(([own, term, said]) => ({ number: own, term, said })) };
}
