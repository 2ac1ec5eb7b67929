import { names } from '../../registry/model/names.ts';

export const looked = names;
