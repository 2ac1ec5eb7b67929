import type { Role } from '../model/roles.ts';

export type CastMember = {
  readonly login: string;
  readonly nameFr: string;
  readonly nameAr: string;
  readonly institution: string;
  readonly role: Role;
  /** Dotted code; empty for the nation. */
  readonly territory: string;
};

/** The password of everyone in the cast: a rehearsal has no secrets, and production refuses the cast. */
export const CAST_PASSWORD = 'rehearsal-2026';

const AZILAL = '05.081';
const AZILAL_TOWN = '05.081.01.01';
const BENI_MELLAL = '05.091';

/** Invented people, one for each post of the road from a request to a card; two counters, so that one may not see the other's files. */
export const cast: readonly CastMember[] = [
  {
    login: 'hanane.azilal',
    nameFr: 'Hanane Oubella',
    nameAr: 'حنان أوبلا',
    institution: 'interior',
    role: 'counter-agent',
    territory: AZILAL_TOWN,
  },
  {
    login: 'said.benimellal',
    nameFr: 'Saïd Benhaddou',
    nameAr: 'سعيد بنحدو',
    institution: 'interior',
    role: 'counter-agent',
    territory: BENI_MELLAL,
  },
  {
    login: 'rachid.verification',
    nameFr: 'Rachid Amrani',
    nameAr: 'رشيد عمراني',
    institution: 'interior',
    role: 'verification-officer',
    territory: AZILAL,
  },
  {
    login: 'naima.secretary',
    nameFr: 'Naïma Aït Lahcen',
    nameAr: 'نعيمة آيت لحسن',
    institution: 'local_authority',
    role: 'commission-secretary',
    territory: AZILAL,
  },
  {
    login: 'omar.interior',
    nameFr: 'Omar Tazi',
    nameAr: 'عمر التازي',
    institution: 'interior',
    role: 'commission-member',
    territory: AZILAL,
  },
  {
    login: 'leila.health',
    nameFr: 'Leïla Chraïbi',
    nameAr: 'ليلى الشرايبي',
    institution: 'health',
    role: 'commission-member',
    territory: AZILAL,
  },
  {
    login: 'youssef.finance',
    nameFr: 'Youssef El Fassi',
    nameAr: 'يوسف الفاسي',
    institution: 'finance',
    role: 'commission-member',
    territory: AZILAL,
  },
  {
    login: 'khadija.entraide',
    nameFr: 'Khadija Zeroual',
    nameAr: 'خديجة زروال',
    institution: 'entraide_nationale',
    role: 'commission-member',
    territory: AZILAL,
  },
  {
    login: 'brahim.localities',
    nameFr: 'Brahim Ouhaddou',
    nameAr: 'إبراهيم أوحدو',
    institution: 'local_authority',
    role: 'commission-member',
    territory: AZILAL,
  },
  {
    login: 'mustapha.field',
    nameFr: 'Mustapha Aït Brahim',
    nameAr: 'مصطفى آيت إبراهيم',
    institution: 'interior',
    role: 'field-agent',
    territory: AZILAL,
  },
  {
    login: 'samira.appeals',
    nameFr: 'Samira Bennani',
    nameAr: 'سميرة بناني',
    institution: 'interior',
    role: 'appeals-secretary',
    territory: AZILAL,
  },
  {
    login: 'driss.province',
    nameFr: 'Driss Alaoui',
    nameAr: 'إدريس العلوي',
    institution: 'interior',
    role: 'provincial-officer',
    territory: AZILAL,
  },
  {
    login: 'houria.hospital',
    nameFr: 'Houria Ouhssain',
    nameAr: 'حورية أوحساين',
    institution: 'health',
    role: 'hospital-desk',
    territory: AZILAL,
  },
  {
    login: 'salma.anam',
    nameFr: 'Salma Berrada',
    nameAr: 'سلمى برادة',
    institution: 'anam',
    role: 'registration-officer',
    territory: '',
  },
  {
    login: 'mehdi.cards',
    nameFr: 'Mehdi Kabbaj',
    nameAr: 'مهدي القباج',
    institution: 'anam',
    role: 'card-officer',
    territory: '',
  },
  {
    login: 'zineb.finance',
    nameFr: 'Zineb Lahlou',
    nameAr: 'زينب لحلو',
    institution: 'anam',
    role: 'finance-officer',
    territory: '',
  },
  {
    login: 'karim.exchange',
    nameFr: 'Karim Idrissi',
    nameAr: 'كريم الإدريسي',
    institution: 'interior',
    role: 'exchange-officer',
    territory: '',
  },
  {
    login: 'fatima.auditor',
    nameFr: 'Fatima Sefrioui',
    nameAr: 'فاطمة الصفريوي',
    institution: 'igat',
    role: 'auditor',
    territory: '',
  },
  {
    login: 'amina.admin',
    nameFr: 'Amina Chafik',
    nameAr: 'أمينة شفيق',
    institution: 'interior',
    role: 'province-administrator',
    territory: AZILAL,
  },
  {
    login: 'hicham.admin',
    nameFr: 'Hicham Naciri',
    nameAr: 'هشام الناصري',
    institution: 'anam',
    role: 'administrator',
    territory: '',
  },
  {
    login: 'training.counter',
    nameFr: 'Guichet de répétition',
    nameAr: 'شباك التدريب',
    institution: 'interior',
    role: 'counter-agent',
    territory: '',
  },
  {
    login: 'training.secretary',
    nameFr: 'Secrétaire de répétition',
    nameAr: 'كاتبة التدريب',
    institution: 'local_authority',
    role: 'commission-secretary',
    territory: '',
  },
  {
    login: 'training.province',
    nameFr: 'Officier de répétition',
    nameAr: 'ضابط التدريب',
    institution: 'interior',
    role: 'provincial-officer',
    territory: '',
  },
];
