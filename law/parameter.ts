import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Catalogue, catalogue, Status, type Topic } from './catalogue.ts';

const StatedValue = z.strictObject({ from: z.iso.date(), value: z.unknown(), status: Status, source: z.string().trim().min(8) });

/** A file of `parameters/`: what it is, in which unit, and its values from the oldest to the newest, each until the next one begins. */
export const ParameterFile = z.strictObject({
  title: z.string().trim().min(8),
  unit: z.string().trim().min(1),
  values: z.array(StatedValue).min(1),
  note: z.string().optional(),
});
export type ParameterFile = z.infer<typeof ParameterFile>;

/** One value of the law with what makes it trustworthy: since when, in which unit, by which source, and how sure we are. */
export type Stated<Value> = {
  readonly value: Value;
  readonly unit: string;
  readonly status: Status;
  readonly source: string;
  readonly from: string;
};

/** `perPerson` → `per-person`. */
function toFileName(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** The text of every parameter file under `folder`, by `topic/file-name` without the extension. */
export function readParameterTexts(folder: URL): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return new Map(
    files.map((name) => [name.replaceAll('\\', '/').slice(0, -'.yaml'.length), readFileSync(new URL(name, folder), 'utf8')]),
  );
}

/** What is wrong with the parameter files, one sentence a fault: the checker's half about parameters. */
export function faultsOfParameters(texts: ReadonlyMap<string, string>): string[] {
  const expected = new Map(listCatalogue().map(({ file, value }) => [file, value]));
  const unknown = [...texts.keys()].filter((file) => !expected.has(file)).map((file) => `${file}: not in the catalogue`);
  const faults = [...expected].flatMap(([file, value]) => {
    const text = texts.get(file);
    return text === undefined ? [`${file}: in the catalogue, without a file`] : faultsOfFile(file, text, value);
  });
  return [...unknown, ...faults];
}

/** Every value of the law by topic and parameter. Throws on the first faulty file, with all that is wrong in the message. */
export function parseParameters(texts: ReadonlyMap<string, string>): ReadonlyMap<string, ParameterFile> {
  const faults = faultsOfParameters(texts);
  if (faults.length > 0) throw new Error(`the law's parameters cannot be read:\n${faults.join('\n')}`);
  return new Map(
    listCatalogue().map(({ key, file }) => [key, ParameterFile.parse(parse(texts.get(file) ?? '', { schema: 'core' }))]),
  );
}

/** Every parameter of the catalogue: its key `contributions.perPerson`, its file `contributions/per-person`, the shape of its value. */
function listCatalogue(): { key: string; file: string; value: z.ZodType }[] {
  return (Object.keys(catalogue) as Topic[]).flatMap((topic) =>
    Object.entries<z.ZodType>(catalogue[topic] satisfies Catalogue[Topic]).map(([name, value]) => ({
      key: `${topic}.${name}`,
      file: `${topic}/${toFileName(name)}`,
      value,
    })),
  );
}

function faultsOfFile(file: string, text: string, value: z.ZodType): string[] {
  const read = ParameterFile.safeParse(parse(text, { schema: 'core' }));
  if (!read.success) return read.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`);
  return read.data.values.flatMap((stated, index, all) => {
    const earlier = all[index - 1];
    const dates = earlier && earlier.from >= stated.from ? [`${file}: ${stated.from} does not follow ${earlier.from}`] : [];
    const shape = value.safeParse(stated.value);
    return shape.success ? dates : [...dates, ...shape.error.issues.map((issue) => `${file}: ${stated.from}: ${issue.message}`)];
  });
}
