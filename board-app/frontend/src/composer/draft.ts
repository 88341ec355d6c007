import { remember, remembered } from '../shell/storage';

export interface Draft {
  author: string;
  body: string;
}

/** What was being written when the page was last open, here or in reply to a message. */
export function loadDraft(parentId?: string): Draft {
  return { author: textOf(remembered('author')), body: textOf(remembered(keyOf(parentId))) };
}

/** The name is one for all drafts, and stays when the message is posted. */
export function saveDraft({ author, body }: Partial<Draft>, parentId?: string): void {
  remember('author', author);
  remember(keyOf(parentId), body || undefined);
}

function keyOf(parentId: string | undefined): string {
  return parentId === undefined ? 'draft' : `draft.${parentId}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
