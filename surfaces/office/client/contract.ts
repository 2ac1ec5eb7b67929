import type { z } from 'zod';
import type { HouseModules } from '../../house.ts';

/** Deeds and questions by name, as the house lists them: a name or a field that does not exist is an error of types. */
type Deed = HouseModules[number]['actions'][number];
type Question = HouseModules[number]['queries'][number];

export type DeedName = Deed['name'];
export type QuestionName = Question['name'];
export type DeedInput<N extends DeedName> = z.input<Extract<Deed, { name: N }>['input']>;
export type DeedOutput<N extends DeedName> = z.output<Extract<Deed, { name: N }>['output']>;
export type QuestionInput<N extends QuestionName> = z.input<Extract<Question, { name: N }>['input']>;
export type QuestionOutput<N extends QuestionName> = z.output<Extract<Question, { name: N }>['output']>;
