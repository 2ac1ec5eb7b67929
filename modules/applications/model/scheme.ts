import type { FormulaId } from '#law';
import { toDate } from '#platform/dates';

/** The formula by which this scheme decides. The social registry's own (`rsu-2022`) answers other programmes and never opens a RAMED right. */
export const SCHEME_FORMULA: FormulaId = 'ramed-2008';

/** The first requests were taken by the pilot of Tadla-Azilal in November 2008 (seed: Ministry of Interior, SGDR). */
export const SCHEME_OPENED = toDate('2008-11-01');
