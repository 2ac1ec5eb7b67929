import { useEffect, useRef, useState } from 'react';

/** What browsers that read folders offer; the others choose files one by one. */
type Folder = { values(): AsyncIterable<{ readonly kind: string; readonly name: string; getFile?(): Promise<File> }> };
type FolderWindow = { showDirectoryPicker?(options: { readonly id: string }): Promise<Folder> };

/** How often the scanner's folder is looked into. */
const EVERY_MS = 2_000;

/** The folder into which a scanner writes: what comes into it after it was chosen is taken by itself. */
export function useScannerFolder(onFiles: (files: readonly Blob[]) => void) {
  const [folder, setFolder] = useState<Folder>();
  const taken = useRef<Set<string>>(new Set());
  const latest = useRef(onFiles);
  latest.current = onFiles;
  const picker = (window as unknown as FolderWindow).showDirectoryPicker;
  const choose = async () => {
    try {
      const chosen = await picker?.call(window, { id: 'scanner' });
      if (chosen === undefined) return;
      taken.current = new Set((await filesIn(chosen)).map(keyOf));
      setFolder(chosen);
    } catch {
      // Whoever closes the window that asks for a folder chooses none.
    }
  };
  useEffect(() => {
    if (folder === undefined) return undefined;
    const timer = setInterval(async () => {
      const files = (await filesIn(folder)).filter((file) => !taken.current.has(keyOf(file)) && file.size > 0);
      for (const file of files) taken.current.add(keyOf(file));
      if (files.length > 0) latest.current(files);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [folder]);
  return { isOffered: picker !== undefined, isWatched: folder !== undefined, choose };
}

async function filesIn(folder: Folder): Promise<File[]> {
  const files: File[] = [];
  for await (const entry of folder.values()) {
    const file = entry.kind === 'file' ? await entry.getFile?.() : undefined;
    if (file && /\.(jpe?g|png|webp|pdf)$/i.test(file.name)) files.push(file);
  }
  return files;
}

function keyOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}
