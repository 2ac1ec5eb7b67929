import law from 'ramed:law';
import type { ParameterFile } from './parameter.ts';

const stated = new Map(Object.entries(law)) as ReadonlyMap<string, ParameterFile>;

/** The same values as they stood when the office was built: an agent without network reads the law of the last update. */
export function statedParameters(): ReadonlyMap<string, ParameterFile> {
  return stated;
}
