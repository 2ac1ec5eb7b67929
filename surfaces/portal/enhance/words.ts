/** The words of the reader's language, put before the script when the server bundles it (`portal.enhance.*`). */
export type Words = Readonly<Record<'listen' | 'stop' | 'copy' | 'copied' | 'share' | 'print' | 'offline', string>>;

declare const ramedWords: Words;

export const words: Words = ramedWords;
