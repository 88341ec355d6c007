package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.Names;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Writes a status that is news, at most once a second: what follows at once, such as one pod after
 * the other, is told together. The informer lags behind our own writes: until it shows another
 * board than the one we wrote for, what we wrote is the last status.
 */
public final class StatusWriter {

  private static final Logger LOG = Logger.getLogger(StatusWriter.class);
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final int MANY_BOARDS = 5000;
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(Names.FIELD_MANAGER)
          .withForce(true)
          .build();

  private final Clock clock;
  private final Map<String, Told> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
          return size() > MANY_BOARDS;
        }
      };

  public StatusWriter(Clock clock) {
    this.clock = clock;
  }

  /** What is known last, be it written or yet to be written. */
  public Optional<MessageBoardStatus> lastStatus(MessageBoard board) {
    return entry(board)
        .filter(last -> last.isHeld() || last.seen().equals(version(board)))
        .map(Told::status)
        .or(() -> Optional.ofNullable(board.getStatus()));
  }

  /** How long a status of this board still waits to be written. */
  public Optional<Duration> due(MessageBoard board) {
    return entry(board)
        .filter(Told::isHeld)
        .map(held -> Duration.between(clock.instant(), held.at().plus(PACE)))
        .map(rest -> rest.isNegative() ? Duration.ZERO : rest);
  }

  public void write(MessageBoard board, MessageBoardStatus status, Context<MessageBoard> context) {
    write(board, status, context.resourceOperations()::serverSideApplyPrimaryStatus);
  }

  /** For a board that the framework does not look at any more, because it is deleted. */
  public void write(MessageBoard board, MessageBoardStatus status, KubernetesClient client) {
    write(board, status, bearer -> client.resource(bearer).subresource("status").patch(APPLY));
  }

  private void write(
      MessageBoard board, MessageBoardStatus status, UnaryOperator<MessageBoard> server) {
    var last = lastStatus(board);
    var entry = entry(board);
    var isHeld = entry.filter(Told::isHeld).isPresent();
    if (Optional.of(status).equals(last) && !isHeld) {
      return;
    }
    if (last.map(MessageBoardStatus::phase).orElse(null) != status.phase()) {
      tell(board, status);
    }
    if (entry.filter(before -> isTooSoon(before, status)).isPresent()) {
      put(board, new Told(version(board), status, entry.get().at(), true));
      return;
    }
    apply(bearing(status, board), server);
    put(board, new Told(version(board), status, clock.instant(), false));
  }

  /** A board that was deleted meanwhile needs none. */
  private static void apply(MessageBoard bearer, UnaryOperator<MessageBoard> server) {
    try {
      server.apply(bearer);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
      LOG.debugf("No status for a board that is gone: %s", e.getMessage());
    }
  }

  /** A new generation is always taken up at once: people wait for it. */
  private boolean isTooSoon(Told before, MessageBoardStatus status) {
    return before.at().plus(PACE).isAfter(clock.instant())
        && Objects.equals(before.status().observedGeneration(), status.observedGeneration());
  }

  private Optional<Told> entry(MessageBoard board) {
    synchronized (told) {
      return Optional.ofNullable(told.get(board.getMetadata().getUid()));
    }
  }

  private void put(MessageBoard board, Told entry) {
    synchronized (told) {
      told.put(board.getMetadata().getUid(), entry);
    }
  }

  private static String version(MessageBoard board) {
    return board.getMetadata().getResourceVersion();
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

  /**
   * @param seen the version of the board that the status is about
   * @param at when a status was written last
   * @param isHeld whether this status is still to be written
   */
  private record Told(String seen, MessageBoardStatus status, Instant at, boolean isHeld) {}
}
