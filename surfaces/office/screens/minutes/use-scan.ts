import { useRef, useState } from 'react';
import { readMinutesCode } from '#modules/commissions';
import { textsIn } from '../../client/codes/code-reader.ts';

/** Whose the code on a scan is: of these minutes, of others, or none that can be read. */
type CodeOnScan = 'reading' | 'these' | 'other' | 'no-code';

/** The scan that was chosen, and whether the code on it is that of the minutes with this digest. A PDF is not looked into. */
export function useScan(digest: string) {
  const [scan, setScan] = useState<File>();
  const [code, setCode] = useState<CodeOnScan>();
  const latest = useRef<File>(undefined);
  return {
    scan,
    code,
    async choose(chosen: File | undefined): Promise<void> {
      latest.current = chosen;
      setScan(chosen);
      setCode(chosen === undefined ? undefined : 'reading');
      if (chosen === undefined) return;
      const found = await codeOn(chosen, digest);
      if (latest.current === chosen) setCode(found);
    },
  };
}

async function codeOn(scan: File, digest: string): Promise<CodeOnScan> {
  const texts = scan.type === 'application/pdf' ? [] : await textsIn(scan);
  const codes = texts.flatMap((text) => readMinutesCode(text) ?? []);
  if (codes.length === 0) return 'no-code';
  return codes.some((one) => one.digest === digest) ? 'these' : 'other';
}
