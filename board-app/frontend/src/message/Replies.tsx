import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { Failure } from '../shell/Failure';
import { PendingButton } from '../shell/PendingButton';
import { MessageItem } from './MessageItem';
import { PendingMessage } from './PendingMessage';
import { useReplies } from './useReplies';
import { usePendingPosts } from './useWrites';

/** The answers to a message, oldest first, as people read a conversation. */
export function Replies({ parent }: { parent: Message }) {
  const strings = useStrings();
  const { replies, error, refetch, isFetching, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useReplies(parent.id);
  const pending = usePendingPosts(parent.id);
  return (
    <>
      {isPending && (parent.replyCount ?? 0) > 0 && <p role="status">{strings.message.loadingReplies}</p>}
      {error && <Failure error={error} onRetry={refetch} isRetrying={isFetching} />}
      {hasNextPage && (
        <PendingButton className="link-button" isPending={isFetchingNextPage} onPress={() => fetchNextPage()}>
          {strings.message.earlierReplies}
        </PendingButton>
      )}
      {replies.map((reply) => (
        <MessageItem key={reply.id} message={reply} />
      ))}
      {pending.map((message) => (
        <PendingMessage key={message.body} message={message} />
      ))}
    </>
  );
}
