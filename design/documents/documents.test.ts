import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { missingMessages } from '#platform/i18n';
import { dirhams } from '#platform/money';
import { readQrCodesFromImage, readQrFromImage } from '#platform/qr';
import { documentMessages } from './document-texts.ts';
import {
  agendaPdf,
  appealDecisionPdf,
  cardPdf,
  cardsListPdf,
  convocationPdf,
  decisionPdf,
  dossierPdf,
  enquiryPdf,
  minutesPdf,
  paymentNoticePdf,
  paymentReceiptPdf,
  putOffPdf,
  receiptPdf,
  signaturesPdf,
} from './index.ts';
import * as samples from './samples.ts';
import { cardsPaper } from './samples-of-cards.ts';
import * as sittings from './samples-of-sittings.ts';

const everyDocument = {
  card: () => cardPdf(samples.cardOfFatima),
  'card of a large family': () => cardPdf(samples.cardOfALargeFamily),
  'card in Arabic only': () => cardPdf(samples.cardInArabicOnly),
  receipt: () => receiptPdf(samples.receiptOfFatima),
  'receipt of a large family': () => receiptPdf(samples.receiptOfALargeFamily),
  'payment notice': () => paymentNoticePdf(samples.paymentNoticeOfSix),
  'payment receipt': () => paymentReceiptPdf(samples.paymentReceiptOfSix),
  decision: () => decisionPdf(samples.decisionRefused),
  'decision in Arabic': () => decisionPdf(samples.decisionRefusedInArabic),
  'decision in Tamazight': () => decisionPdf(samples.decisionVulnerableInTamazight),
  'dossier of a large family': () => dossierPdf(samples.dossierOfALargeFamily),
  'dossier in Arabic': () => dossierPdf(samples.dossierInArabic),
  minutes: () => minutesPdf(sittings.minutesOfASitting),
  'minutes in Arabic': () => minutesPdf(sittings.minutesInArabic),
  agenda: () => agendaPdf(sittings.agendaOfASitting),
  'agenda in Arabic': () => agendaPdf(sittings.agendaInArabic),
  convocations: () => convocationPdf(sittings.convocationOfASitting),
  signatures: () => signaturesPdf(sittings.signaturesOfASitting),
  'signatures in Arabic': () => signaturesPdf(sittings.signaturesInArabic),
  enquiry: () => enquiryPdf(sittings.enquiryOfAFile),
  'enquiry in Arabic': () => enquiryPdf(sittings.enquiryInArabic),
  'appeal that changed the decision': () => appealDecisionPdf(sittings.appealReformed),
  'appeal sent back in Tamazight': () => appealDecisionPdf(sittings.appealSentBackInTamazight),
  'put off for papers': () => putOffPdf(sittings.putOffForPapers),
  'put off for a visit, in Arabic': () => putOffPdf(sittings.putOffForAVisitInArabic),
  'proof sheet': () => cardsListPdf(cardsPaper('proof-sheet')),
  'parcel slip': () => cardsListPdf(cardsPaper('parcel-slip')),
  'hand-over list': () => cardsListPdf(cardsPaper('hand-over-list')),
  destruction: () => cardsListPdf(cardsPaper('destruction')),
  'appeal in Arabic': () => appealDecisionPdf(sittings.appealUpheldInArabic),
};

const documents = Object.entries(everyDocument);

test('every text of every document is there in four languages, with the same facts', () => {
  expect(missingMessages(documentMessages())).toEqual([]);
});

test.each(documents)(
  '%s: the same data give the same bytes, an archival PDF of less than 300 kB, 400 for minutes',
  async (name, render) => {
    const [once, again] = [await render(), await render()];
    expect(Buffer.compare(once, again)).toBe(0);
    expect(once.length).toBeLessThan(name.startsWith('minutes') ? 400_000 : name.startsWith('agenda') ? 450_000 : 300_000);
    expect(Buffer.from(once).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  },
);

test.each([
  ['card', 2],
  ['card of a large family', 2],
  ['receipt', 1],
  ['receipt of a large family', 1],
  ['payment notice', 1],
  ['decision', 1],
  ['decision in Arabic', 1],
  ['dossier of a large family', 2],
  ['dossier in Arabic', 2],
  ['minutes', 6],
  ['minutes in Arabic', 5],
  ['convocations', 2],
  ['signatures', 1],
  ['enquiry', 1],
  ['enquiry in Arabic', 1],
  ['decision in Tamazight', 1],
  ['appeal that changed the decision', 1],
  ['appeal in Arabic', 1],
  ['appeal sent back in Tamazight', 1],
  ['put off for papers', 1],
  ['put off for a visit, in Arabic', 1],
] as const)('%s takes %i pages', async (name, pages) => {
  expect((await opened(everyDocument[name]())).getPageCount()).toBe(pages);
});

test('the code printed on the back of a card is read from the page, at the 300 dots an inch of a card printer', async () => {
  const back = (await opened(everyDocument.card())).getPage(1);
  expect(await readPrintedCode(back)).toBe(samples.cardOfFatima.credentialText);
});

test('the codes of a receipt and of a payment notice are read from the page', async () => {
  expect(await readPrintedCode((await opened(everyDocument.receipt())).getPage(0))).toBe(samples.receiptOfFatima.credentialText);
  expect(await readPrintedCode((await opened(everyDocument['payment notice']())).getPage(0))).toBe('260400012345');
});

test('the number of a parcel is read from its slip, and of a destruction from its minutes', async () => {
  for (const paper of ['parcel slip', 'destruction'] as const)
    expect(await readPrintedCode((await opened(everyDocument[paper]())).getPage(0))).toBe('P00000013');
});

test('the code of a dossier is read from its first page', async () => {
  const page = (await opened(everyDocument['dossier in Arabic']())).getPage(0);
  expect(await readPrintedCode(page)).toBe(samples.dossierInArabic.code);
});

test.each(['dossier of a large family', 'dossier in Arabic'] as const)(
  '%s: the codes of its answers are read from a page printed at 200 dots an inch',
  async (name) => {
    const pdf = await opened(everyDocument[name]());
    const { data } = await drawn(pdf.getPage(pdf.getPageCount() - 1), 200);
    expect([...readQrCodesFromImage(data)].sort()).toEqual([...samples.dossierInArabic.answers].sort());
  },
  30_000,
);

test('a name made of markup is printed as it stands', async () => {
  const latin = '#let x = 1 "q" *b* $m$ @r <l> \\ [c]';
  const pdf = await opened(cardPdf({ ...samples.cardOfFatima, holder: { latin, arabic: '' } }));
  expect(pdf.getPage(0).getText().replaceAll(/\s+/g, ' ')).toContain(latin);
});

test('a name with letters nobody foresaw still gives the family its card', async () => {
  const holder = { latin: 'BENALI 𝔉atima ☃', arabic: 'فاطمة 🌸' };
  const pdf = await opened(cardPdf({ ...samples.cardOfFatima, holder }));
  expect(pdf.getPage(0).getText()).toContain('BENALI Fatima ?');
});

test('a card does not say whether the family is poor or vulnerable', async () => {
  const pdf = await opened(everyDocument.card());
  expect([0, 1].map((page) => pdf.getPage(page).getText()).join(' ')).not.toMatch(/pauv|vuln|فقر|هشاش/i);
});

test('a receipt shows no national card in clear', async () => {
  const text = (await opened(everyDocument.receipt())).getPage(0).getText();
  expect(text).toContain('BE••••12');
  expect(text).not.toContain('BE412312');
});

test('the digest of the minutes and the page number are on each page', async () => {
  const pdf = await opened(everyDocument.minutes());
  for (const page of pdf.pages()) {
    expect(page.getText()).toContain(sittings.minutesOfASitting.digest);
    expect(page.getText()).toContain(`Page ${page.number + 1} sur 6`);
  }
});

test('a family that pays the most it can is told so, and only that one', async () => {
  const noticeFor = async (persons: number) => {
    const notice = { ...samples.paymentNoticeOfSix, persons, amount: dirhams(Math.min(persons * 120, 600)) };
    return (await opened(paymentNoticePdf(notice))).getPage(0).getText();
  };
  expect(await noticeFor(6)).toMatch(/\bpaie\b/);
  expect(await noticeFor(4)).not.toMatch(/\bpaie\b/);
});

const pdfium = await PDFiumLibrary.init();

async function opened(pdf: Promise<Uint8Array>): Promise<PDFiumDocument> {
  return pdfium.loadDocument(await pdf);
}

type Page = ReturnType<PDFiumDocument['getPage']>;

async function readPrintedCode(page: Page): Promise<string | undefined> {
  return readQrFromImage((await drawn(page, 300)).data);
}

function drawn(page: Page, dotsPerInch: number) {
  return page.render({
    scale: dotsPerInch / 72,
    render: async ({ data, width, height }) =>
      PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.from(data) })),
  });
}
