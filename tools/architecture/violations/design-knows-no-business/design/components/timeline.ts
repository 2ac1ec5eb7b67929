import { thing } from '#modules/applications';

export const timeline = `<ol><li>${thing}</li></ol>`;
