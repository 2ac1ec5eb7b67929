import { thing } from '#modules/staff';

export const permission = `${thing}:manage`;
