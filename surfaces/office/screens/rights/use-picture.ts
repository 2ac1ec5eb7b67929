import { useQuery } from '@tanstack/react-query';
import type { OwnVerdict } from './read-shown.ts';

/** What the snapshot on this computer says of a number or code. `undefined` asks nothing. Its reader is fetched when first needed, from this computer. */
export function usePicture(text: string | undefined): { readonly isRead: boolean; readonly verdict: OwnVerdict | undefined } {
  const { data, isFetching } = useQuery({
    queryKey: ['picture', text],
    queryFn: async () => (await (await import('./picture.ts')).askPicture(text ?? '')) ?? null,
    enabled: text !== undefined,
    networkMode: 'always',
    retry: false,
    gcTime: 0,
    staleTime: 0,
  });
  return { isRead: isFetching, verdict: data ?? undefined };
}
