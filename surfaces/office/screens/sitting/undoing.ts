import type { Translate } from '#platform/i18n';
import type { StopProps } from './file-stop.tsx';
import type { FileNow } from './room-now.ts';

type Undoing = Pick<StopProps, 'room' | 'deeds' | 'walk'> & { readonly file?: FileNow };

/** Takes back the ruling of the file that is looked at; of an undecided one, what was ruled last: a file, or a batch as a whole. */
export function undoIn({ room, deeds, walk, file }: Undoing, text: Translate): void {
  const gone = file?.ruling === undefined ? lastRuled(room.files) : [file];
  for (const { ruling, position } of gone)
    if (ruling !== undefined) deeds.act({ does: 'undo', ruling: ruling.id }, text('office.sitting.deed.undo', { position }));
  walk.go(gone[0], gone.length === 1);
}

export function lastRuled(files: readonly FileNow[]): readonly FileNow[] {
  const ruled = files.filter(({ ruling }) => ruling !== undefined);
  const [first, ...others] = ruled;
  if (first === undefined) return [];
  const last = others.reduce(
    (latest, one) => ((one.ruling?.ruledAt ?? '') > (latest.ruling?.ruledAt ?? '') ? one : latest),
    first,
  );
  const batch = last.ruling?.batch;
  return batch === undefined ? [last] : ruled.filter(({ ruling }) => ruling?.batch === batch);
}
