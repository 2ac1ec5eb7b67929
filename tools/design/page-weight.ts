/** What a page costs whoever opens it first, in compressed bytes; and every address it asks of another house. */
export type PageWeight = {
  readonly html: number;
  readonly styles: number;
  readonly script: number;
  readonly images: number;
  readonly fonts: number;
  readonly requests: number;
  readonly strangers: readonly string[];
};

const kilobyte = 1024;

/** The most that a page may cost on a line of 250 kbit/s. Tifinagh, which many telephones lack, may bring its font. */
export const budget = {
  cold: 30 * kilobyte,
  next: 8 * kilobyte,
  html: 10 * kilobyte,
  styles: 12 * kilobyte,
  script: 6 * kilobyte,
  font: 18 * kilobyte,
  requests: 4,
} as const;

/** How many bytes the answer to an address takes on the wire. */
export type Weigh = (address: string) => number;

/** Weighs a document and all that a browser fetches for it by itself; `fonts` are those of the reader's language. */
export function weighPage(html: string, options: { weigh: Weigh; htmlBytes: number; fonts: string[] }): PageWeight {
  const { weigh, htmlBytes, fonts } = options;
  const asked = [...new Set(addressesIn(html))];
  const own = asked.filter((address) => address.startsWith('/') && !address.startsWith('//'));
  const sum = (addresses: readonly string[]) => addresses.reduce((bytes, address) => bytes + weigh(address), 0);
  const ending = (pattern: RegExp) => own.filter((address) => pattern.test(address));
  const [styles, script] = [ending(/\.css$/), ending(/\.js$/)];
  return {
    html: htmlBytes,
    styles: sum(styles),
    script: sum(script),
    images: sum(own.filter((address) => !styles.includes(address) && !script.includes(address))),
    fonts: sum(fonts),
    requests: 1 + own.length + fonts.length,
    strangers: asked.filter((address) => !own.includes(address) && !address.startsWith('data:')),
  };
}

export function coldBytes({ html, styles, script, images }: PageWeight): number {
  return html + styles + script + images;
}

/** Which limits a page breaks, in words; empty when it is light enough. */
export function faultsOfWeight(weight: PageWeight): string[] {
  const over = (what: string, value: number, limit: number, unit = 'bytes') =>
    value > limit ? [`${what}: ${value} ${unit}, at most ${limit}`] : [];
  const fontRequests = weight.fonts > 0 ? 1 : 0;
  return [
    ...over('the first page', coldBytes(weight), budget.cold),
    ...over('the next page', weight.html, budget.next),
    ...over('its document', weight.html, budget.html),
    ...over('its styles', weight.styles, budget.styles),
    ...over('its script', weight.script, budget.script),
    ...over('its font', weight.fonts, budget.font),
    ...over('what it asks for', weight.requests, budget.requests + fontRequests, 'requests'),
    ...weight.strangers.map((address) => `asks another house: ${address}`),
  ];
}

/** What a browser fetches without being asked: links of the head, scripts, pictures, frames and sound that loads by itself. */
function addressesIn(html: string): string[] {
  const found: string[] = [];
  for (const [tag, name = ''] of html.matchAll(
    /<(link|script|img|source|iframe|embed|object|video|audio|input|use|image)\b[^>]*>/g,
  )) {
    if (/^(audio|video)$/.test(name) && /\bpreload="none"/.test(tag)) continue;
    if (name === 'link' && !/\brel="(stylesheet|icon|preload|manifest|modulepreload)"/.test(tag)) continue;
    for (const [, attribute = '', value = ''] of tag.matchAll(/\b(href|src|srcset|data|poster)="([^"]*)"/g)) {
      if (value.startsWith('#')) continue;
      found.push(...(attribute === 'srcset' ? value.split(',').map((one) => one.trim().split(' ')[0] ?? '') : [value]));
    }
  }
  return found;
}
