import { type QueryClient, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/ApiError';
import {
  deleteMessage,
  editMessage,
  type Message,
  type MessagePage,
  type NewMessage,
  type PostResult,
  postMessage,
  setReaction,
} from '../api/messages';
import { type MessageList, withChanged, without, withPosted } from './messageList';
import { rememberToken, tokenOf } from './ownMessages';
import { noteWrite } from './recentWrites';
import { KEY } from './useMessages';
import { repliesKey } from './useReplies';

const POSTING = ['post'];

export interface Attempt {
  message: NewMessage;
  idempotencyKey: string;
}

export function usePostMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: POSTING,
    mutationFn: ({ message, idempotencyKey }: Attempt) => postMessage(message, idempotencyKey),
    onSuccess: (result: PostResult) => posted(client, result),
  });
}

/** What is on its way to the server, shown as if it were there; it goes by itself when the post fails. */
export function usePendingPosts(parentId?: string): NewMessage[] {
  const attempts = useMutationState({
    filters: { mutationKey: POSTING, status: 'pending' },
    select: ({ state }) => (state.variables as Attempt).message,
  });
  return attempts.filter((message) => message.parentId === parentId);
}

async function posted(client: QueryClient, result: PostResult) {
  const id = result.isHeld ? result.id : result.message.id;
  if (id && result.editToken) rememberToken(id, result.editToken);
  if (result.isHeld) return;
  const { message } = result;
  noteWrite({ kind: 'posted', message });
  if (message.parentId === undefined) return change(client, (list) => withPosted(list, message));
  await change(client, (list) => withReplies(list, message.parentId, 1));
  void client.invalidateQueries({ queryKey: repliesKey(message.parentId) });
}

function withReplies(list: MessageList, id: string | undefined, more: number): MessageList {
  const parent = list.items.find((item) => item.id === id);
  return parent ? withChanged(list, { ...parent, replyCount: (parent.replyCount ?? 0) + more }) : list;
}

interface Edit {
  id: string;
  body: string;
  /** Of the state that was edited, which may still be on its way. */
  tag: Promise<string | undefined>;
}

export function useEditMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, body, tag }: Edit) => editMessage(id, body, tokenOf(id) ?? '', await tag),
    onSuccess: (message) => changed(client, message),
  });
}

/** A message that is already gone counts as deleted. */
export function useDeleteMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Message) =>
      deleteMessage(id, tokenOf(id)).catch((error: unknown) => {
        if (!(error instanceof ApiError && (error.status === 404 || error.status === 410))) throw error;
      }),
    onSuccess: (_, message) => removed(client, message),
  });
}

/** What this page shows from now on, whether or not it lives to see the answer. */
export function noteDeletion(message: Message): void {
  const tombstone = tombstoneOf(message);
  noteWrite(tombstone ? { kind: 'changed', message: tombstone } : { kind: 'deleted', id: message.id });
}

/** A message with replies leaves a tombstone, so that they go on answering something. */
function tombstoneOf(message: Message): Message | undefined {
  const hasReplies = (message.replyCount ?? 0) > 0;
  return hasReplies ? { ...message, deleted: true, author: '', body: '' } : undefined;
}

async function removed(client: QueryClient, message: Message) {
  const { id, parentId } = message;
  noteDeletion(message);
  const tombstone = tombstoneOf(message);
  if (tombstone) return replaced(client, tombstone);
  if (parentId === undefined) return change(client, (list) => without(list, id));
  await change(client, (list) => withReplies(list, parentId, -1));
  void client.invalidateQueries({ queryKey: repliesKey(parentId) });
}

/** Counted at once, and taken back if the server refuses. */
export function useReaction(message: Message) {
  const client = useQueryClient();
  const show = (on: boolean, name: string) => changed(client, withReaction(message, name, on));
  return useMutation({
    scope: { id: `reaction to ${message.id}` }, // one after the other, or the last would not be the one that stays
    mutationFn: ({ name, on }: { name: string; on: boolean }) => setReaction(message.id, name, on),
    onMutate: ({ name, on }) => show(on, name),
    onError: () => changed(client, message),
  });
}

function withReaction(message: Message, name: string, on: boolean): Message {
  const count = Math.max(0, (message.reactions?.[name] ?? 0) + (on ? 1 : -1));
  return { ...message, reactions: { ...message.reactions, [name]: count } };
}

function changed(client: QueryClient, message: Message) {
  noteWrite({ kind: 'changed', message });
  return replaced(client, message);
}

async function replaced(client: QueryClient, message: Message) {
  if (message.parentId === undefined) return change(client, (list) => withChanged(list, message));
  client.setQueryData<{ pages: MessagePage[]; pageParams: unknown[] }>(
    repliesKey(message.parentId),
    (data) => data && { ...data, pages: data.pages.map((page) => withChanged(page, message)) },
  );
}

/** A refresh that set out before the change must not undo it. */
async function change(client: QueryClient, update: (list: MessageList) => MessageList) {
  await client.cancelQueries({ queryKey: KEY });
  const list = client.getQueryData<MessageList>(KEY);
  if (list) client.setQueryData(KEY, update(list));
  else void client.invalidateQueries({ queryKey: KEY });
}
