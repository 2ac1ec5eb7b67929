/** A second-rank button that sends nothing. */
export function buttonSaying(text: string, onPress: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button--secondary button--aid';
  button.textContent = text;
  button.addEventListener('click', () => onPress(button));
  return button;
}
