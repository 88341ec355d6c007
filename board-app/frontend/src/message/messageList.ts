import type { Message, MessagePage } from '../api/messages';

/** The part of the board that the page knows: newest first, without a gap; `next` leads to what is older. */
export type MessageList = MessagePage;

export function withPosted(list: MessageList, message: Message): MessageList {
  return { ...list, items: [message, ...list.items.filter((item) => item.id !== message.id)] };
}

export function without(list: MessageList, id: string): MessageList {
  return { ...list, items: list.items.filter((item) => item.id !== id) };
}

/** Adds the page that `cursor` led to, unless the list has meanwhile grown or shrunk at that end. */
export function withOlder(list: MessageList, cursor: string, page: MessagePage): MessageList {
  if (list.next !== cursor) return list;
  const known = new Set(list.items.map((item) => item.id));
  return { items: [...list.items, ...page.items.filter((item) => !known.has(item.id))], next: page.next };
}

/** True when the fresh messages reach down into the known ones, so that nothing is missing between them. */
export function meets(fresh: MessageList, known: MessageList): boolean {
  const oldest = fresh.items.at(-1)?.id;
  return known.items.some((item) => item.id === oldest);
}

/** What the server says now, followed by the known messages that are older than its answer. */
export function refreshed(fresh: MessageList, known: MessageList): MessageList {
  if (fresh.next === null || !meets(fresh, known)) return fresh;
  const oldest = fresh.items.at(-1)?.id;
  const overlap = known.items.findIndex((item) => item.id === oldest);
  return { items: [...fresh.items, ...known.items.slice(overlap + 1)], next: known.next };
}
