import { findQr, findQrCodes, type Picture } from '../../../../platform/qr/find.ts';

/** What is looked for: one code in a picture of a camera, all of them on the picture of a page. */
export type Search = Picture & { readonly isPage: boolean };

addEventListener('message', ({ data: { isPage, ...picture } }: MessageEvent<Search>) => {
  if (isPage) return postMessage(findQrCodes(picture));
  const found = findQr(picture);
  postMessage(found === undefined ? [] : [found]);
});
