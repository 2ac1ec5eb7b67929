/** Hands a text over as a file for a spreadsheet, with the mark by which those know that it is Unicode. */
export function downloadCsv(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
