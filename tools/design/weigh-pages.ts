import { assets, stylesheet } from '#design/assets.ts';
import { type Language, languageCodes } from '#platform/i18n';
import { enhancements } from '../../surfaces/portal/enhancement.ts';
import { pageExamples } from '../../surfaces/portal/pages/examples.ts';
import { placeOf } from '../../surfaces/portal/place.ts';
import { packed } from '../../surfaces/server/compression.ts';
import { budget, coldBytes, faultsOfWeight, type PageWeight, weighPage } from './page-weight.ts';

/**
 * The check of the weight of pages: every example in every language, compressed as the server compresses it, held to the budget. Prints the
 * heaviest and ends with 1 when one is too heavy.
 */
const SHOWN = 8;

const sizes = new Map<string, number>();
for (const { address, contentType, body } of [...assets, ...enhancements()])
  sizes.set(address, contentType.startsWith('font/') ? body.length : (await packed(body, 'br')).length);

// A sheet may bring fonts; whatever else it asks for would be fetched by every page.
const inSheet = [...stylesheet().matchAll(/url\(['"]?([^'")]+)/g)].map(([, address = '']) => address);
const fonts = inSheet.filter((address) => address.endsWith('.woff2'));
const faults = inSheet.filter((address) => !fonts.includes(address)).map((address) => `the style sheet asks for ${address}`);

const weighed: { readonly page: string; readonly weight: PageWeight }[] = [];
for (const language of languageCodes) for (const { name } of pageExamples) weighed.push(await weigh(language, name));
faults.push(...weighed.flatMap(({ page, weight }) => faultsOfWeight(weight).map((fault) => `${page}: ${fault}`)));

const heaviest = weighed.sort((a, b) => b.weight.html - a.weight.html).slice(0, SHOWN);
const rows = heaviest.map(({ page, weight }) => row(page, [coldBytes(weight), weight.html, weight.fonts], weight.requests));
process.stdout.write(
  `${[
    row('page', ['first', 'next', 'font'], 'requests'),
    ...rows,
    row('at most', [budget.cold, budget.next, budget.font], `${budget.requests} + font`),
    `${weighed.length} pages; styles ${sizeOf('.css')}, script ${sizeOf('.js')} bytes`,
    ...faults,
  ].join('\n')}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

async function weigh(language: Language, name: string): Promise<{ page: string; weight: PageWeight }> {
  const example = pageExamples.find((candidate) => candidate.name === name);
  const html = example?.render(placeOf(language, example.path)) ?? '';
  const htmlBytes = (await packed(Buffer.from(html), 'br')).length;
  // Only pages in Tamazight name the family of the font: a browser fetches it for no other.
  const weight = weighPage(html, {
    weigh: (address) => sizes.get(address) ?? missing(address),
    htmlBytes,
    fonts: language === 'zgh' ? fonts : [],
  });
  return { page: `${language} ${name}`, weight };
}

function missing(address: string): number {
  faults.push(`no such file: ${address}`);
  return 0;
}

function sizeOf(ending: string): number {
  return Math.max(...[...sizes].filter(([address]) => address.endsWith(ending)).map(([, bytes]) => bytes));
}

function row(page: string, columns: readonly (number | string)[], requests: number | string): string {
  return `${page.padEnd(36)}${columns.map((column) => String(column).padStart(8)).join('')}  ${requests}`;
}
