import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';
import { readQrFromImage } from '#platform/qr';

/** What a person reads on a printed paper, page after page, and what a scanner reads in its code, at the 120 dots an inch of a poor print. */
export async function readPrinted(pdf: Uint8Array): Promise<{ text: string; code: string | undefined; pages: number }> {
  const library = await PDFiumLibrary.init();
  const document: PDFiumDocument = await library.loadDocument(pdf);
  try {
    const pages = [...document.pages()];
    const { data } = await document.getPage(0).render({
      scale: 120 / 72,
      render: async ({ data, width, height }) =>
        PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.from(data) })),
    });
    const text = pages.map((page) => page.getText()).join('\n');
    return { text: text.replaceAll(/\s+/g, ' '), code: await readQrFromImage(data), pages: pages.length };
  } finally {
    document.destroy();
    library.destroy();
  }
}
