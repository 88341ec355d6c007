package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes a status that is news. The informer lags behind our own writes: until it shows another
 * board than the one we wrote for, what we wrote is the last status.
 */
public final class StatusWriter {

  private static final Logger LOG = Logger.getLogger(StatusWriter.class);
  private static final int MANY_BOARDS = 5000;

  private final Map<String, Written> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Written> eldest) {
          return size() > MANY_BOARDS;
        }
      };

  public Optional<MessageBoardStatus> lastStatus(MessageBoard board) {
    synchronized (written) {
      var last = written.get(board.getMetadata().getUid());
      return last != null && last.seen().equals(board.getMetadata().getResourceVersion())
          ? Optional.of(last.status())
          : Optional.ofNullable(board.getStatus());
    }
  }

  public void write(MessageBoard board, MessageBoardStatus status, Context<MessageBoard> context) {
    var last = lastStatus(board);
    if (Optional.of(status).equals(last)) {
      return;
    }
    context.resourceOperations().serverSideApplyPrimaryStatus(bearing(status, board));
    if (last.map(MessageBoardStatus::phase).orElse(null) != status.phase()) {
      tell(board, status);
    }
    synchronized (written) {
      written.put(
          board.getMetadata().getUid(),
          new Written(board.getMetadata().getResourceVersion(), status));
    }
  }

  private static void tell(MessageBoard board, MessageBoardStatus status) {
    LOG.infof(
        "%s/%s is %s: %s",
        board.getMetadata().getNamespace(),
        board.getMetadata().getName(),
        status.phase(),
        status.conditions().get(0).getMessage());
  }

  /** A new object: the one we were given is shared with the informer, and its spec is not ours. */
  private static MessageBoard bearing(MessageBoardStatus status, MessageBoard board) {
    var bearer = new MessageBoard();
    bearer.initNameAndNamespaceFrom(board);
    bearer.setStatus(status);
    return bearer;
  }

  private record Written(String seen, MessageBoardStatus status) {}
}
