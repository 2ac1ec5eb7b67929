import { receiptPdf } from '#design/documents/index.ts';
import { fileNumbered } from '#modules/applications';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import { readDossier } from '../../portal/routes/read-dossier.ts';
import { toReceipt } from '../../portal/views/receipt.ts';
import type { Command } from '../command.ts';
import { printToFile } from '../print-to-file.ts';

/** Prints the receipt of one request: the family's names, masked cards, the signed code. */
export const applicationsReceipt: Command = {
  name: 'applications receipt',
  summary: 'print the receipt of one request as a PDF, with the names of the family and the signed code',
  usage: ['NUMBER         the number of the request', '--to FILE      where to write the PDF'],
  needs: 'database',
  run: (args, io) => printToFile('request', args, { print: printReceipt, io }),
};

async function printReceipt(house: House, number: string): Promise<Uint8Array | undefined> {
  const asked = await house.desk.ask(fileNumbered, { number: number.slice(0, 40) }, { actor: systemActor('print') });
  const { file } = expectDone(asked, 'applications receipt');
  const dossier = file && (await readDossier(house, file));
  return dossier && receiptPdf(toReceipt(dossier, house.signingKey));
}
