import type { Message, MessagePage } from '../api/messages';

/** The part of the board that the page knows: newest first, without a gap; `next` leads to what is older. */
export interface MessageList extends MessagePage {
  /** Ids of what others wrote since; they stay hidden until the reader asks for them, so that nothing moves. */
  waiting: string[];
  /** So much was written that the list would begin anew: this is what it would begin with. */
  afresh?: MessagePage;
}

export const NOTHING: MessageList = { items: [], next: null, waiting: [] };

export function shown({ items, waiting }: MessageList): Message[] {
  return waiting.length === 0 ? items : items.filter(({ id }) => !waiting.includes(id));
}

export function revealed({ items, next, afresh }: MessageList): MessageList {
  return { ...(afresh ?? { items, next }), waiting: [] };
}

export function withPosted(list: MessageList, message: Message): MessageList {
  return { ...list, items: [message, ...list.items.filter((item) => item.id !== message.id)] };
}

export function withChanged<T extends MessagePage>(list: T, message: Message): T {
  return { ...list, items: list.items.map((item) => (item.id === message.id ? message : item)) };
}

export function without(list: MessageList, id: string): MessageList {
  return { ...list, items: list.items.filter((item) => item.id !== id) };
}

/** Adds the page that `cursor` led to, unless the list has meanwhile grown or shrunk at that end. */
export function withOlder<T extends MessagePage>(list: T, cursor: string, page: MessagePage): T {
  if (list.next !== cursor) return list;
  const known = new Set(list.items.map((item) => item.id));
  return {
    ...list,
    items: [...list.items, ...page.items.filter((item) => !known.has(item.id))],
    next: page.next,
  };
}

/** True when the fresh messages reach down into the known ones, so that nothing is missing between them. */
export function meets(fresh: MessagePage, known: MessagePage): boolean {
  const oldest = fresh.items.at(-1)?.id;
  return known.items.some((item) => item.id === oldest);
}

/** What the server says now, followed by the known messages that are older than its answer. */
export function refreshed(fresh: MessagePage, known: MessageList): MessageList {
  const { old } = fresh;
  const knownIds = new Set(known.items.map(({ id }) => id));
  const isApart = fresh.next !== null && knownIds.size > 0 && !fresh.items.some(({ id }) => knownIds.has(id));
  if (isApart) return { ...known, old, afresh: fresh };
  const { items, next } = fresh.next !== null && meets(fresh, known) ? continued(fresh, known) : fresh;
  return { items, next, old, waiting: newAbove(items, shown(known)) };
}

function continued(fresh: MessagePage, known: MessagePage): MessagePage {
  const oldest = fresh.items.at(-1)?.id;
  const overlap = known.items.findIndex((item) => item.id === oldest);
  return { items: [...fresh.items, ...known.items.slice(overlap + 1)], next: known.next };
}

/** What came in above something that is being shown. */
function newAbove(items: Message[], before: Message[]): string[] {
  const seen = new Set(before.map(({ id }) => id));
  const lowest = items.findLastIndex(({ id }) => seen.has(id));
  return items.slice(0, Math.max(0, lowest)).flatMap(({ id }) => (seen.has(id) ? [] : [id]));
}
