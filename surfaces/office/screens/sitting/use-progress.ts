import { useAnswer } from '../../client/office-context.tsx';
import { useKeptWork } from '../../client/use-kept-work.ts';
import { deedsInOutbox, type LocalDeed } from './local-deeds.ts';

/** How far a sitting is, without reading a single family of it: with a line and without, what was done here and not sent counted in. */
export function useProgress(sitting: string): { readonly decided: number; readonly of: number } | undefined {
  const agenda = useAnswer('commissions.agenda-of-sitting', { sitting });
  const done = useAnswer('commissions.sitting-so-far', { sitting });
  const { view } = useKeptWork();
  if (agenda.state !== 'ready' || done.state !== 'ready') return undefined;
  const deeds = deedsInOutbox(view?.entries ?? [], sitting, { arrived: done.answer.isKept });
  return { decided: decidedFiles(done.data.rulings ?? [], deeds).size, of: agenda.data.files.length };
}

type Ruled = { readonly application: string; readonly ruling: { readonly id: string } };

function decidedFiles(rulings: readonly Ruled[], deeds: readonly LocalDeed[]): ReadonlySet<string> {
  const standing = deeds.filter(({ state }) => state !== 'refused');
  const undone = new Set(standing.flatMap(({ work }) => (work.does === 'undo' ? [work.ruling] : [])));
  const here = standing.flatMap(({ work }) => (work.does === 'rule' ? work.rulings : []));
  const all = [...rulings.map(({ application, ruling: { id } }) => ({ application, id })), ...here];
  return new Set(all.filter(({ id }) => !undone.has(id)).map(({ application }) => application));
}
