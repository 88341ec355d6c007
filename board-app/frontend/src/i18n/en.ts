const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

function count(n: number, one: string, other: string): string {
  return `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`;
}

/** Every string of the page. Another language is another object of this type. */
export const en = {
  locale: 'en',
  shell: {
    defaultTitle: 'Message board',
    skipToMessages: 'Skip to the messages',
    retry: 'Retry',
    retrying: 'Retrying…',
    reference: (traceId: string) => `Reference: ${traceId}`,
    crashed: 'Something went wrong on this page',
    crashedDetail: 'What you have written is kept on this device.',
    reload: 'Reload the page',
  },
  failure: {
    unreachable: 'The board cannot be reached',
    unreachableDetail: 'Check your connection, then try again.',
    unavailable: 'The board is not available right now',
    unavailableDetail: 'It should be back in a moment.',
    tooMany: 'Too many requests',
    tooManyDetail: 'Wait a moment, then try again.',
    unexpected: 'That did not work',
    unexpectedDetail: (status: number) => `The board gave an unexpected answer (${status}).`,
  },
  composer: {
    heading: 'Write a message',
    author: 'Your name',
    body: 'Message',
    post: 'Post message',
    posting: 'Posting…',
    posted: 'Message posted.',
    shortcut: 'to post',
    remaining: (n: number) => `${count(n, 'character', 'characters')} left`,
    tooLong: (n: number) => `${count(n, 'character', 'characters')} too many`,
    authorMissing: 'Enter your name.',
    authorTooLong: (limit: number) => `Keep your name within ${count(limit, 'character', 'characters')}.`,
    bodyMissing: 'Write a message first.',
    bodyTooLong: (limit: number) => `Keep the message within ${count(limit, 'character', 'characters')}.`,
    textKept: 'Your text is still here.',
  },
  list: {
    heading: 'Messages',
    loading: 'Loading messages…',
    empty: 'No messages yet',
    emptyDetail: 'Be the first to write one.',
    loadOlder: 'Load older',
    loadingOlder: 'Loading older messages…',
    olderLoaded: (n: number) => `${count(n, 'older message', 'older messages')} loaded.`,
    end: 'You have reached the first message.',
    stale: 'These messages may be out of date',
  },
  deletion: {
    action: 'Delete',
    actionFor: (author: string) => `Delete the message by ${author}`,
    heading: 'Delete this message?',
    detail: 'It will be gone for everyone. This cannot be undone.',
    cancel: 'Cancel',
    confirm: 'Delete',
    deleting: 'Deleting…',
    deleted: 'Message deleted.',
  },
  time: {
    now: 'just now',
  },
};

export type Strings = typeof en;
