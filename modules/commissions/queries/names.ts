import { z } from 'zod';

const ScriptName = z.object({ family: z.string(), given: z.string() });

/** The head of a household as a list shows it, in the scripts that are known. */
export const Names = z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() });
