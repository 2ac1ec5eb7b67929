import type { z } from 'zod';
import { type CardDocument, cardPdf } from '#design/documents/index.ts';
import { cardToPrint } from '#modules/cards';
import { toDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import { normaliseTyped } from '#platform/numbers';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import { documentName } from '../../portal/views/names.ts';
import type { Command } from '../command.ts';
import { printToFile } from '../print-to-file.ts';

/** Prints one card as a PDF of its two sides. */
export const cardsPrint: Command = {
  name: 'cards print',
  summary: 'print one card as a PDF of its two sides, with the signed code',
  usage: ['SERIAL         the serial of the card', '--to FILE      where to write the PDF'],
  needs: 'database',
  run: (args, io) => printToFile('card', args, { print: printCard, io }),
};

/** The two sides of a card as a PDF; undefined when there is no such card. */
export async function printCard(house: House, serial: string): Promise<Uint8Array | undefined> {
  const asked = await house.desk.ask(cardToPrint, { serial: normaliseTyped(serial) }, { actor: systemActor('print') });
  const { card } = expectDone(asked, 'cards print');
  return card && cardPdf(toDocument(card));
}

type Card = NonNullable<z.output<typeof cardToPrint.output>['card']>;

function toDocument(card: Card): CardDocument {
  const beneficiaries = card.persons.map(({ names, birthYear }) => ({ name: documentName(names), birthYear }));
  return {
    registrationNumber: card.registration_number,
    cardSerial: card.serial,
    holder: beneficiaries[0]?.name ?? { latin: '', arabic: '' },
    validFrom: toDate(card.valid_from),
    validUntil: toDate(card.valid_to),
    beneficiaries,
    credentialText: card.credential,
  };
}
