import { toDate } from '#platform/dates';
import type { AgendaDocument, AgendaReason } from './agenda.ts';
import type { AppealDecisionDocument } from './appeal-decision.ts';
import type { ConvocationDocument } from './convocation.ts';
import type { BilingualText } from './document-data.ts';
import type { EnquiryDocument } from './enquiry.ts';
import type { MinutesDecision, MinutesDocument, MinutesOutcome } from './minutes.ts';
import type { PutOffDocument } from './put-off.ts';
import { decisionRefused } from './samples.ts';
import type { SignaturesDocument } from './signatures.ts';

/** An invented sitting of a hundred files with everything that may have to be told of one. */
const name = (latin: string, arabic: string): BilingualText => ({ latin, arabic });

const heads = [
  name('BENALI Fatima Zahra', 'فاطمة الزهراء بنعلي'),
  name('OUHADDOU Brahim', 'إبراهيم أوحدو'),
  name('AIT LAHCEN Khadija', 'خديجة أيت لحسن'),
  name('BENCHEKROUN EL IDRISSI EL HASSANI Moulay Abdelhamid', 'مولاي عبد الحميد بنشقرون الإدريسي الحسني'),
  name('', 'عائشة أڭنسوس'),
  name('EL MANSOURI Mohamed Amine', 'محمد أمين المنصوري'),
  name('TOUZANI Rkia', 'رقية التوزاني'),
];

const outcomes: readonly MinutesOutcome[] = ['poor', 'poor', 'vulnerable', 'poor', 'refused', 'poor', 'vulnerable'];
/** Positions decided otherwise than the list above says. */
const special = new Map<number, MinutesOutcome>([
  [12, 'vulnerable'],
  [33, 'poor'],
  [47, 'refused'],
  [58, 'adjourned'],
  [76, 'enquiry'],
]);

const words = {
  fr: {
    institutions: ['Intérieur', 'Santé', 'Finances', 'Entraide nationale', 'Autorité locale'],
    asScored: 'Décision conforme à l’évaluation',
    hardship: 'Difficultés connues localement',
    understated: 'Ressources plus élevées que déclarées',
    awaited: 'Pièces attendues',
    toSee: 'Conditions de vie à voir sur place',
    remarkOf33: 'Le chef de famille est hospitalisé depuis trois mois. La récolte de cette année est perdue.',
    remarkOf47: 'Deux membres ont vu le commerce tenu par la famille au souk du mercredi.',
    opinionOf33: 'La famille est suivie par le centre social depuis 2024.',
    against33: 'Les terres déclarées restent au-dessus de la limite.',
    written: 'La famille paie la taxe des services communaux sur un seul logement.',
    declaredWords: 'Son frère loue la maison à cette famille.',
    question: 'La famille habite-t-elle seule ce logement ?',
    points: ['Nombre de pièces habitées', 'Compteur d’eau au nom de qui', 'Bétail vu sur place'],
  },
  ar: {
    institutions: ['الداخلية', 'الصحة', 'المالية', 'التعاون الوطني', 'السلطة المحلية'],
    asScored: 'قرار مطابق للتنقيط',
    hardship: 'صعوبات معروفة محليا',
    understated: 'موارد أعلى مما صرح به',
    awaited: 'في انتظار وثائق',
    toSee: 'ظروف العيش تحتاج معاينة',
    remarkOf33: 'رب الأسرة في المستشفى منذ ثلاثة أشهر، ومحصول هذه السنة ضاع.',
    remarkOf47: 'عاين عضوان المتجر الذي تديره الأسرة في سوق الأربعاء.',
    opinionOf33: 'يتابع المركز الاجتماعي الأسرة منذ سنة \u20682024\u2069.',
    against33: 'الأراضي المصرح بها تبقى فوق الحد.',
    written: 'تؤدي الأسرة الرسم على مسكن واحد.',
    declaredWords: 'أخوه يؤجر البيت لهذه الأسرة.',
    question: 'هل تسكن الأسرة وحدها في هذا المسكن؟',
    points: ['عدد الغرف المسكونة', 'عداد الماء باسم من', 'الماشية الموجودة'],
  },
} as const;

const digest = '3f8a2c94d1b70e56a9c4f2871de053b6c7a81f4e9d20b35a6f7c1e8840d29b5a';
const chair = name('Naïma TAZI', 'نعيمة التازي');
const doctor = name('Salma IDRISSI', 'سلمى الإدريسي');

export const minutesOfASitting: MinutesDocument = minutesIn('fr');
export const minutesInArabic: MinutesDocument = minutesIn('ar');

const whys: readonly AgendaReason[] = ['answered', 'returned', 'adjourned', 'late', 'concordant', 'age'];

export const agendaOfASitting: AgendaDocument = {
  ...pick(minutesOfASitting),
  language: 'fr',
  startsAt: '09:30',
  institutions: words.fr.institutions,
  showsProposal: true,
  files: minutesOfASitting.decisions.map(({ position, requestNumber, head, outcome }) => ({
    ...{ position, requestNumber, head },
    filedOn: toDate('2026-01-03'),
    days: 68,
    why: whys[Math.min(position - 1, 5)] ?? 'age',
    proposal: outcome === 'poor' || outcome === 'vulnerable' ? outcome : 'refused',
  })),
};

export const agendaInArabic: AgendaDocument = {
  ...agendaOfASitting,
  language: 'ar',
  institutions: words.ar.institutions,
  showsProposal: false,
};

export const convocationOfASitting: ConvocationDocument = {
  ...pick(minutesOfASitting),
  startsAt: '09:30',
  files: 100,
  members: [
    { name: chair, institution: name('Intérieur', 'الداخلية'), seat: 'chair' },
    { name: doctor, institution: name('Santé', 'الصحة'), seat: 'titular' },
  ],
};

export const signaturesOfASitting: SignaturesDocument = signaturesIn(minutesOfASitting);
export const signaturesInArabic: SignaturesDocument = signaturesIn(minutesInArabic);

export const enquiryOfAFile: EnquiryDocument = enquiryIn('fr');
export const enquiryInArabic: EnquiryDocument = enquiryIn('ar');

export const appealReformed: AppealDecisionDocument = {
  language: 'fr',
  requestNumber: '201504127733',
  appealNumber: '202670000114',
  head: heads[0] ?? name('', ''),
  commission: name('Commission provinciale, Azilal', 'اللجنة الإقليمية، أزيلال'),
  decidedOn: toDate('2026-05-06'),
  outcome: 'reformed',
  verdict: 'Votre recours est accepté. Votre famille est acceptée, sans rien à payer.',
  becomes: 'poor',
  reasons: [
    { criterion: 'Vos terres', found: 'La terre a été vendue en 2024 : l’acte est au dossier.' },
    { criterion: 'Les personnes du foyer', found: 'Une personne de plus vit avec vous.' },
  ],
  words: 'La commission a vu l’acte de vente. Elle vous donne raison.',
  asks: '',
  help: { office: 'Hay Salam', helpline: '080 200 33 33' },
  minutes: decisionRefused.minutes ?? { sittingNumber: '', position: 0, digest: '', code: '' },
};

export const appealUpheldInArabic: AppealDecisionDocument = {
  ...appealReformed,
  language: 'ar',
  outcome: 'upheld',
  verdict: 'يبقى القرار كما هو.',
  becomes: undefined,
  reasons: [{ criterion: 'الأراضي', found: 'ما زالت الأرض باسمكم في السجل.' }],
  words: 'عاينت اللجنة الوثائق ولم تجد ما يغير القرار.',
  help: { office: 'حي السلام', helpline: '080 200 33 33' },
};

export const appealSentBackInTamazight: AppealDecisionDocument = {
  ...appealReformed,
  language: 'zgh',
  outcome: 'sent_back',
  verdict: 'ⴰⴷ ⵜⴰⵍⵙ ⵜⵙⵎⵓⵏⵜ ⵜⴰⵖⵜⴰⵙⵜ ⵅⴼ ⵓⵙⵓⵜⵔ ⵏⵏⵓⵏ.',
  becomes: undefined,
  reasons: [{ criterion: 'ⵜⵉⴼⴰⴷⵉⵡⵉⵏ ⵏ ⵜⵓⴷⵔⵜ', found: 'ⵓⵔ ⵜⵜⵢⴰⵥⵕⵏⵜ' }],
  words: '',
  asks: 'ⵉⵅⵚⵚⴰ ⴰⴷ ⵜⵜⵢⴰⵥⵕ ⵜⴳⵎⵎⵉ.',
};

export const putOffForPapers: PutOffDocument = {
  ...{ language: 'fr', requestNumber: '201504127733', head: heads[3] ?? name('', ''), commission: minutesOfASitting.commission },
  heldOn: toDate('2026-03-12'),
  awaits: 'papers',
  verdict: 'La commission n’a pas encore décidé.',
  reason: 'Il manque des papiers.',
  help: appealReformed.help,
  minutes: appealReformed.minutes,
};

export const putOffForAVisitInArabic: PutOffDocument = {
  ...putOffForPapers,
  language: 'ar',
  awaits: 'visit',
  verdict: 'سيتحقق عون من وضعيتكم في عين المكان.',
  reason: 'طلبت اللجنة معاينة ظروف العيش.',
  help: appealUpheldInArabic.help,
};

function pick({ sittingNumber, commission, place, heldOn }: MinutesDocument) {
  return { sittingNumber, commission, place, heldOn };
}

function signaturesIn({ language, members, digest, code, ...sitting }: MinutesDocument): SignaturesDocument {
  const signed = { on: toDate('2026-03-12'), at: '12:31' };
  return {
    ...{ language, digest, code, sittingNumber: sitting.sittingNumber, commission: sitting.commission, heldOn: sitting.heldOn },
    members: members
      .filter(({ presence }) => presence.length > 0)
      .map(({ name: called, institution, seat }, rank) => ({
        ...{ name: called, institution, seat },
        ...(rank === 4 ? {} : { signed: { ...signed, way: rank === 3 ? ('paper' as const) : ('second-factor' as const) } }),
      })),
  };
}

function enquiryIn(language: 'fr' | 'ar'): EnquiryDocument {
  const { question, points } = words[language];
  return {
    ...{ language, question, points, requestNumber: '202604122812', head: heads[6] ?? name('', '') },
    commission: minutesOfASitting.commission,
    askedOn: toDate('2026-03-12'),
    dueOn: toDate('2026-04-02'),
  };
}

function minutesIn(language: 'fr' | 'ar'): MinutesDocument {
  const said = words[language];
  const [interior, health, finance, entraide, local] = said.institutions;
  return {
    language,
    sittingNumber: '000412',
    commission: name('Commission locale de Hay Salam', 'اللجنة المحلية لحي السلام'),
    place: name('salle du caïdat', 'قاعة القيادة'),
    heldOn: toDate('2026-03-12'),
    openedAt: '09:34',
    closedAt: '12:10',
    quorum: { present: 4, institutions: 5, needed: 3, least: 3, since: toDate('2008-10-16'), isOfficial: false },
    members: [
      { institution: interior, name: chair, seat: 'chair', presence: [{ from: '09:30' }] },
      {
        institution: interior,
        name: name('Omar AIT ALI', 'عمر أيت علي'),
        seat: 'secretary',
        presence: [{ from: '09:30' }],
      },
      {
        institution: health,
        name: doctor,
        seat: 'titular',
        presence: [{ from: '09:34', until: '10:52' }, { from: '11:05' }],
      },
      { institution: finance, name: name('Hassan OUAZZANI', 'حسن الوزاني'), seat: 'titular', presence: [] },
      { institution: entraide, name: name('Zineb FILALI', 'زينب الفيلالي'), seat: 'substitute', presence: [{ from: '09:30' }] },
      { institution: local, name: name('Lahcen OUHSSAIN', 'لحسن أوحساين'), seat: 'titular', presence: [{ from: '09:41' }] },
    ],
    decisions: Array.from({ length: 100 }, (_, index) => decisionAt(index + 1, said)),
    againstScore: [
      { position: 33, proposal: 'refused', remark: said.remarkOf33, secondedBy: doctor },
      { position: 47, proposal: 'vulnerable', remark: said.remarkOf47 },
    ],
    differing: [
      {
        position: 33,
        combinedBy: 'majority',
        opinions: [
          { institution: entraide, outcome: 'poor', words: said.opinionOf33 },
          { institution: health, outcome: 'poor', words: '' },
          { institution: local, outcome: 'refused', words: said.against33 },
        ],
      },
      {
        position: 12,
        combinedBy: 'chair',
        opinions: [
          { institution: interior, outcome: 'vulnerable', words: '' },
          { institution: local, outcome: 'poor', words: '' },
        ],
      },
    ],
    written: [{ position: 47, institution: finance, outcome: 'refused', words: said.written, receivedOn: toDate('2026-03-10') }],
    recused: [
      { position: 21, member: name('Lahcen OUHSSAIN', 'لحسن أوحساين'), ground: 'own-family', words: '' },
      { position: 64, member: doctor, ground: 'declared', words: said.declaredWords },
    ],
    appeals: [],
    enquiries: [{ position: 76, question: said.question, points: said.points, dueOn: toDate('2026-04-02') }],
    ...{ digest, code: `RMM1:${digest.toUpperCase()}` },
  };
}

function decisionAt(position: number, said: (typeof words)['fr' | 'ar']): MinutesDecision {
  const outcome = special.get(position) ?? outcomes[position % outcomes.length] ?? 'poor';
  const reasons = new Map<number, string>([
    [12, said.hardship],
    [33, said.hardship],
    [47, said.understated],
    [58, said.awaited],
    [76, said.toSee],
  ]);
  return {
    position,
    requestNumber: String(202604120000 + position * 37),
    head: heads[position % heads.length] ?? name('', ''),
    outcome,
    reason: reasons.get(position) ?? said.asScored,
    ...(position > 30 && !special.has(position) ? { batch: Math.ceil((position - 30) / 10) } : {}),
  };
}
