/** What is small enough travels as it is; a paper is read well below this many points a side. */
const ENOUGH = 250 * 1024;
const SIDE = 1700;

/**
 * Photographs of papers are made smaller in the browser before they are sent: minutes become seconds on a village's line. Whatever
 * cannot be made smaller is sent as it is.
 */
export function shrinkPhotos(): void {
  if (!('createImageBitmap' in self) || !('DataTransfer' in self)) return;
  for (const input of document.querySelectorAll<HTMLInputElement>('form[data-shrink] [type=file]')) {
    input.addEventListener('change', () => shrink(input));
  }
}

async function shrink(input: HTMLInputElement): Promise<void> {
  const chosen = Array.from(input.files ?? []);
  const smaller = new DataTransfer();
  for (const file of chosen) smaller.items.add(await smallerOf(file).catch(() => file));
  // Chosen anew meanwhile: those files are on their way through here themselves.
  if (chosen.every((file, index) => input.files?.[index] === file)) input.files = smaller.files;
}

async function smallerOf(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size <= ENOUGH) return file;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.7));
  return blob && blob.size < file.size ? new File([blob], `${file.name}.jpg`, { type: 'image/jpeg' }) : file;
}
