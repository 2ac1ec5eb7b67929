import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest } from '../model/snapshot/manifest.ts';

/** Where the sets of the snapshot lie: the published ones, and what the server keeps to itself to make the next. */
export type SnapshotShelf = {
  /** The manifests of the series that stands, the whole first; none while nothing was published. */
  manifests(): readonly Manifest[];
  /** The file of a published set; undefined where there is none. */
  fileOf(set: { readonly series: number; readonly number: number }): string | undefined;
  /** A file that becomes the set once it is published. */
  unfinishedFile(): string;
  /** What was last told of each number of a series; undefined when it is not known any more. */
  spoolOf(series: number): string | undefined;
  unfinishedSpool(name: 'told' | 'changed'): string;
  /** The set is there for everyone from now on, then what was told becomes the ground of the next. An interruption between the two begins a new series. */
  publish(manifest: Manifest): void;
};

export function openSnapshotShelf(dataFolder: string): SnapshotShelf {
  const folder = join(dataFolder, 'snapshots');
  const unfinished = (name: string) => join(folder, `unfinished-${name}`);
  const named = (set: { series: number; number: number }, kind: string) => join(folder, `${set.series}-${set.number}.${kind}`);
  const spool = (series: number) => join(folder, `told-${series}`);
  const fresh = (path: string) => {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    manifests: () => readManifests(folder),
    fileOf: (set) => (existsSync(named(set, 'json')) && existsSync(named(set, 'bin')) ? named(set, 'bin') : undefined),
    unfinishedFile: () => fresh(unfinished('set')),
    spoolOf: (series) => (existsSync(spool(series)) ? spool(series) : undefined),
    unfinishedSpool: (name) => fresh(unfinished(name)),
    publish(manifest) {
      renameSync(unfinished('set'), named(manifest, 'bin'));
      writeFileSync(unfinished('manifest'), JSON.stringify(manifest));
      // What the set before told is no ground for what follows this one: a right that changed in it and back again would be told by neither.
      fresh(spool(manifest.series));
      renameSync(unfinished('manifest'), named(manifest, 'json'));
      renameSync(unfinished('told'), spool(manifest.series));
      dropBefore(folder, manifest.series);
    },
  };
}

function readManifests(folder: string): readonly Manifest[] {
  const sets = existsSync(folder) ? readdirSync(folder).flatMap((name) => setNamed(name) ?? []) : [];
  const series = Math.max(0, ...sets.map((set) => set.series));
  return sets
    .filter((set) => set.series === series)
    .sort((one, other) => one.number - other.number)
    .map((set) => Manifest.parse(JSON.parse(readFileSync(join(folder, `${set.series}-${set.number}.json`), 'utf8'))));
}

function setNamed(name: string): { series: number; number: number } | undefined {
  const [, series, number] = /^(\d+)-(\d+)\.json$/.exec(name) ?? [];
  return series === undefined ? undefined : { series: Number(series), number: Number(number) };
}

/** The series before stays, for whoever is in the middle of fetching it; older ones go. */
function dropBefore(folder: string, series: number): void {
  for (const name of readdirSync(folder)) {
    const told = Number(/^told-(\d+)$/.exec(name)?.[1] ?? series);
    const set = Number(/^(\d+)-\d+\.(?:bin|json)$/.exec(name)?.[1] ?? series);
    if (told < series || set < series - 1) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
