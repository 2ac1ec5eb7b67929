/** One message as a messenger's stand-in took it. `fate` is what became of it. */
export type Sent = {
  readonly at: string;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly fate: 'delivered' | 'undeliverable';
  /** The sender's own name for it. */
  readonly name: string;
};

/** What was sent, as a page for developers: the newest first, in the direction of each message. */
export function sentPage(title: string, messages: readonly Sent[]): string {
  const rows = messages
    .toReversed()
    .map(
      ({ at, to, subject, text, fate, name }) =>
        `<article data-name="${toHtml(name)}"><p><time>${toHtml(at)}</time> · <b data-to>${toHtml(to)}</b> · ${fate}</p>` +
        `${subject === undefined ? '' : `<p dir="auto"><strong>${toHtml(subject)}</strong></p>`}<pre dir="auto">${toHtml(text)}</pre></article>`,
    );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${toHtml(title)}</title>
<style>body{font:1rem/1.5 system-ui;margin:auto;max-inline-size:40rem;padding:1rem}article{border-block-start:1px solid #999}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><h1>${toHtml(title)}</h1><p>A stand-in: nothing of this has left the machine.</p>${rows.join('') || '<p>Nothing was sent yet.</p>'}</body></html>`;
}

function toHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
