import type { form } from '#modules/applications';
import { useKeptWork } from '../../client/use-kept-work.ts';
import type { Item } from '../../offline/index.ts';
import type { FileView } from '../file/file-view.ts';

/** What is to be known of a file to add papers to it. Until it has arrived it has no number, and bears the name of its head. */
export type FileOfPapers = Pick<FileView, 'id' | 'filed_on'> & {
  readonly called: string;
  readonly number: string | undefined;
  readonly declaration: Pick<FileView['declaration'], 'members'>;
};

const FILING = 'applications.file-at-counter';

/** A request that was typed here and waits to be sent: its papers are taken meanwhile, and follow it. */
export function useTypedHere(id: string): FileOfPapers | undefined {
  const { view } = useKeptWork();
  const waiting = view?.entries.find(({ item, standing }) => standing.state !== 'acknowledged' && applicationOf(item) === id);
  return waiting === undefined ? undefined : toFile(id, waiting.item);
}

type Filing = { readonly application: string; readonly answers: form.Answers; readonly receivedOn: string };

function filingIn({ work }: Item): Filing | undefined {
  return work.does === 'deed' && work.deed === FILING ? (work.input as unknown as Filing) : undefined;
}

function applicationOf(item: Item): string | undefined {
  return filingIn(item)?.application;
}

function toFile(id: string, item: Item): FileOfPapers | undefined {
  const filing = filingIn(item);
  if (filing === undefined) return undefined;
  const members = filing.answers.members.map((person, index) => ({
    relation: index === 0 ? 'head' : 'other',
    ...person,
    ref: index + 1,
  }));
  return { id, called: item.label, number: undefined, filed_on: filing.receivedOn, declaration: { members: members as never } };
}
