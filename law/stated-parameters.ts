import { type ParameterFile, parseParameters, readParameterTexts } from './parameter.ts';

let stated: ReadonlyMap<string, ParameterFile> | undefined;

/** Every value of the law by its key (`contributions.perPerson`), read once from `parameters/`. */
export function statedParameters(): ReadonlyMap<string, ParameterFile> {
  stated ??= parseParameters(readParameterTexts(new URL('./parameters/', import.meta.url)));
  return stated;
}
