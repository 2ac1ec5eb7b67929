import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Language } from '#platform/i18n';
import type { House } from '../../house.ts';
import type { Drafts } from './apply/drafts.ts';
import type { ComplaintCodes, ComplaintPasses } from './complaints/complaint-pass.ts';
import type { Proofs, StepsProofs } from './proof.ts';
import type { SealedCookie } from './sealed-cookie.ts';
import type { TrialAnswers } from './trial/kept.ts';

/** What the routes of the portal share: the house they ask, what browsers have proven, and how often one address may try. */
export type Portal = {
  readonly house: House;
  readonly proofs: Proofs;
  readonly stepsProofs: StepsProofs;
  readonly complaintPasses: ComplaintPasses;
  readonly complaintCodes: ComplaintCodes;
  readonly drafts: Drafts;
  readonly trials: SealedCookie<TrialAnswers>;
  /** True when this address has tried too often within a minute. Each kind of attempt is counted by itself. */
  readonly hasTriedTooOften: Record<
    'follow' | 'verify' | 'sign-in' | 'complain' | 'complaint' | 'open-draft' | 'resume' | 'notices' | 'papers' | 'opinion',
    (request: FastifyRequest) => Promise<boolean>
  >;
};

/** Routes that stand once in each language, below its prefix: `/fr`, `/ar`… */
export type RoutesInLanguage = (app: FastifyInstance, portal: Portal, language: Language) => void;
