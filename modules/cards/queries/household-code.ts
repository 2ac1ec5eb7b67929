import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { defineQuery } from '#platform/actions';
import { toDate } from '#platform/dates';
import { issueCredential } from '../model/credential.ts';
import { issueClaim169 } from '../model/issue-claim-169.ts';
import { cardClaims, dayNamed, householdClaims } from '../model/make-card.ts';
import type { SigningKey } from '../model/signing-keys.ts';
import { findCard } from '../store/cards.ts';

/**
 * The one code of a whole household, for a card that is worth something: the card's own claims with the given name of each member. And the same card
 * in the form of MOSIP's claim 169, which readers of other countries know.
 */
export const householdCode = (key: SigningKey) =>
  defineQuery({
    name: 'cards.household-code',
    summary: 'The one signed code of a whole household, and its card in the form of claim 169',
    permission: 'cards:read',
    input: z.object({ serial: z.string().max(32) }),
    output: z.object({ code: z.object({ household: z.string(), claim169: z.string() }).optional() }),
    async run({ tx, today }, { serial }) {
      const card = await findCard(tx, serial);
      if (!card || card.revoked_at !== null) return {};
      const [family] = await listRegisteredFamilies(tx, [card.registration_number], dayNamed(card.valid_from, today));
      if (!family) return {};
      const days = { validFrom: toDate(card.valid_from), validUntil: toDate(card.valid_to) };
      const claims = { ...cardClaims(family, serial, { poorMonths: 0, vulnerableMonths: 0 }), ...days };
      return {
        code: {
          household: issueCredential(householdClaims(family, claims), key).text,
          claim169: issueClaim169(claims, key),
        },
      };
    },
  });
