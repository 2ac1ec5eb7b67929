import type { RoomNow } from './room-now.ts';

/** Seconds a file took so far, from the opening to the last ruling; nothing before the first. */
export function paceOf({ files, sitting, decided }: Pick<RoomNow, 'files' | 'sitting' | 'decided'>): number | undefined {
  if (sitting.openedAt === undefined || decided === 0) return undefined;
  const last = Math.max(...files.flatMap(({ ruling }) => (ruling === undefined ? [] : [Date.parse(ruling.ruledAt)])));
  return Math.max(0, Math.round((last - Date.parse(sitting.openedAt)) / 1_000 / decided));
}

/** `1:12`: minutes and seconds, as a clock on the wall says them. */
export function inMinutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
