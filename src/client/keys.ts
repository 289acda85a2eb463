const STORE = 'milepost-keys';
const FIELDS = 'input, textarea, select, [contenteditable]';

/** What keys do on the board. */
export interface Actions {
  input: HTMLInputElement;
  /** Titles of the requests shown, in their order. */
  titles: () => HTMLElement[];
  clear: () => void;
}

/**
 * Makes keys work: `/` searches, arrows move between results, Escape clears, `?` opens the help, where all of them can be
 * switched off; that is remembered. No letter does anything while somebody types in a field.
 */
export function listenToKeys(board: HTMLElement, actions: Actions): void {
  const help = board.querySelector('dialog');
  const choice = help?.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (choice) {
    choice.checked = remembered() !== 'off';
    choice.addEventListener('change', () => remember(choice.checked ? 'on' : 'off'));
  }
  board.querySelector('.keys')?.addEventListener('click', () => help?.showModal());
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (choice?.checked === false || help?.open || event.defaultPrevented) return;
    if (press(event, actions, () => help?.showModal())) event.preventDefault();
  });
}

/** Does what a key means; says whether it means anything. */
function press(
  { key, target, shiftKey }: KeyboardEvent,
  { input, titles, clear }: Actions,
  help: () => void,
): boolean {
  const isTyping = target instanceof Element && target.closest(FIELDS) !== null;
  const all = [input, ...titles()];
  // With Shift, arrows select text.
  const at = shiftKey ? -1 : all.findIndex((one) => one === target);
  if (key === 'Escape' && at >= 0) {
    clear();
    input.focus();
    return true;
  }
  if (key === 'ArrowDown' && at >= 0) {
    all[at + 1]?.focus();
    return true;
  }
  if (key === 'ArrowUp' && at > 0) {
    all[at - 1]?.focus();
    return true;
  }
  if (isTyping || (key !== '/' && key !== '?')) return false;
  if (key === '/') input.focus();
  else help();
  return true;
}

/** Without storage, as in some private windows, the choice holds until the page is left. */
function remembered(): string | null {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

function remember(choice: string): void {
  try {
    localStorage.setItem(STORE, choice);
  } catch {
    // Nothing can be done, and nothing is lost but the memory of it.
  }
}
