/**
 * What a complaint may be about: the rows of tables 3 (front office) and 4 (post) of the activity report of 2015, so that both tables come
 * out of the books by themselves. The order is that of the report's figures, the most frequent first. A subject that says little by itself
 * needs its author's words.
 */
export const subjects = {
  'card-not-delivered': { group: 'card', frontOffice: 'Carte non livrée', post: 'Retard de délivrance des cartes RAMED' },
  'card-activation': { group: 'card', frontOffice: 'Activation de la carte', post: 'Activation de la carte RAMED' },
  'data-error': {
    group: 'card',
    frontOffice: 'Erreur (nom, prénom, absence de la photo, IPCM, ESSB…)',
    post: 'Demande de rectification des données',
    needsWords: true,
  },
  'card-renewal': { group: 'card', post: 'Renouvellement de la carte RAMED' },
  'card-cancellation': { group: 'card', post: 'Demande d’annulation de la carte RAMED' },
  'file-not-sent': { group: 'request', frontOffice: 'Dossier non transmis à l’ANAM' },
  'wrong-operation': { group: 'request', frontOffice: 'Type d’opération incorrect (ED-D-X-R-N-E)' },
  'double-registration': {
    group: 'insurance',
    frontOffice: 'Double immatriculation (droit ouvert – affilié 114)',
    post: 'Double immatriculation',
  },
  'national-card-of-another': { group: 'insurance', frontOffice: 'N° CNIE attribué à une autre personne' },
  'national-card-conflict': { group: 'insurance', frontOffice: 'Confrontation CNIE AMO/RAMED' },
  'contribution-waiver': {
    group: 'money',
    frontOffice: 'Exonération de la contribution annuelle',
    post: 'Exonération de la contribution partielle',
  },
  'contribution-refund': { group: 'money', post: 'Demande de restitution de la contribution partielle annuelle' },
  'medical-aid': { group: 'other', post: 'Demande d’aide médicale', needsWords: true },
  information: { group: 'other', frontOffice: 'Demande de renseignements', needsWords: true },
  other: { group: 'other', frontOffice: 'Dépôt des réclamations', needsWords: true },
} as const satisfies Record<string, SubjectFacts>;

type SubjectFacts = {
  readonly group: 'card' | 'request' | 'insurance' | 'money' | 'other';
  /** Its row in table 3, front office. */
  readonly frontOffice?: string;
  /** Its row in table 4, post. */
  readonly post?: string;
  readonly needsWords?: boolean;
};

export type Subject = keyof typeof subjects;
export type SubjectGroup = SubjectFacts['group'];

export const subjectNames = Object.keys(subjects) as [Subject, ...Subject[]];

export function isSubject(text: string): text is Subject {
  return Object.hasOwn(subjects, text);
}

/** Whether the subject alone would leave whoever answers with nothing to answer. */
export function needsWords(subject: Subject): boolean {
  const { needsWords: needs = false }: SubjectFacts = subjects[subject];
  return needs;
}
