import { lazy, Suspense, useState } from 'react';
import { useShortcut } from '../client/shortcuts.tsx';
import { Loading } from '../components/states.tsx';

/** Reads codes: loaded when somebody wants to. */
const Scanning = lazy(async () => ({ default: (await import('./scanning.tsx')).Scanning }));

/** F4, wherever the agent is. */
export function ScanKey() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('scan', () => setOpen(true), !isOpen);
  if (!isOpen) return null;
  return (
    <Suspense fallback={<Loading />}>
      <Scanning onClose={() => setOpen(false)} />
    </Suspense>
  );
}
