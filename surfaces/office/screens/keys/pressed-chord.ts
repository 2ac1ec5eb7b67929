type Pressed = { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean };

/** What was pressed as a chord of the table of shortcuts; undefined for a mark alone and for Tab, which moves on. */
export function pressedChord({ key, ctrlKey, altKey, shiftKey }: Pressed): string | undefined {
  if (['Control', 'Alt', 'Shift', 'Meta', 'Tab', 'AltGraph'].includes(key)) return undefined;
  const marks = [ctrlKey ? 'ctrl+' : '', altKey ? 'alt+' : ''].join('');
  const shift = shiftKey && (key.length > 1 || marks !== '') ? 'shift+' : '';
  return `${marks}${shift}${key.toLowerCase()}`;
}
