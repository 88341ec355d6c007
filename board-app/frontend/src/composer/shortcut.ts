const IME_KEY_CODE = 229;

/** Ctrl+Enter or Cmd+Enter, unless the key belongs to an input method that is still composing a word. */
export function isPostShortcut(event: KeyboardEvent): boolean {
  const isComposing = event.isComposing || event.keyCode === IME_KEY_CODE;
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing;
}
