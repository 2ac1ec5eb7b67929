import { useEffect, useState } from 'react';
import { states } from '#modules/applications';
import { useOffice } from '../../client/office-context.tsx';
import { matchesHere } from '../work/local-search.ts';
import { type QueuedFile, type QueueState, queueInput } from '../work/queue-input.ts';

/** The files that bear a text in the queues as they were last kept on this computer; undefined while they are looked up. */
export function useKeptFiles(text: string): readonly QueuedFile[] | undefined {
  const { client } = useOffice();
  const [kept, setKept] = useState<readonly QueuedFile[]>();
  useEffect(() => {
    let isHere = true;
    const queues = [undefined, ...(Object.keys(states) as QueueState[])];
    const lists = queues.map((queue) => client.ask('applications.my-work', queueInput(queue)).then(({ output }) => output.files));
    void Promise.allSettled(lists).then((settled) => {
      if (!isHere) return;
      const files = settled.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
      setKept([...new Map(files.map((file) => [file.id, file])).values()]);
    });
    return () => {
      isHere = false;
    };
  }, [client]);
  return kept && matchesHere(kept, text);
}
