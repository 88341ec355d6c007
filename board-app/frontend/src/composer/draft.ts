import type { NewMessage } from '../api/messages';

const KEY = 'messageboard.draft';

/** What was being written when the page was last open. */
export function loadDraft(): NewMessage {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof NewMessage, unknown>>;
    return { author: textOf(draft.author), body: textOf(draft.body) };
  } catch {
    return { author: '', body: '' };
  }
}

/** A browser that refuses storage costs the draft's life beyond a reload, not the message. */
export function saveDraft(draft: Partial<NewMessage>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Nothing to do: the text is still in the form.
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
