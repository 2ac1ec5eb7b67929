import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { type Receipt, receiptKey } from '../../client/receipts.ts';

/** The receipt that can be printed now: signed when the server answers, else what this computer filed, marked provisional. */
export type ToPrint =
  | { readonly state: 'loading' | 'nothing' }
  | { readonly state: 'ready'; readonly receipt: Receipt; readonly isProvisional: boolean };

export function useReceipt(application: string): ToPrint {
  const { client, drafts } = useOffice();
  const [here, setHere] = useState<Receipt | 'none'>();
  useEffect(() => {
    let isHere = true;
    void drafts.find(receiptKey(application)).then((kept) => {
      if (isHere) setHere((kept?.content as Receipt | undefined) ?? 'none');
    });
    return () => {
      isHere = false;
    };
  }, [drafts, application]);
  const asked = useQuery({
    queryKey: ['receipt', application],
    queryFn: () => client.receiptOf(application),
    networkMode: 'always',
    retry: false,
  });
  const own = here === undefined || here === 'none' ? undefined : here;
  if (asked.data !== undefined) {
    const missing = own?.missing === undefined ? {} : { missing: own.missing };
    return { state: 'ready', receipt: { ...asked.data, ...missing }, isProvisional: false };
  }
  if (asked.isPending || here === undefined) return { state: 'loading' };
  return own === undefined ? { state: 'nothing' } : { state: 'ready', receipt: own, isProvisional: true };
}
