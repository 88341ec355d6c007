package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.DatabaseFinalizer;
import dev.messageboard.operator.database.DatabaseReclaim;
import dev.messageboard.operator.database.check.CheckThreads;
import dev.messageboard.operator.platform.Election;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Boards that are deleted and wait for their databases to go. The framework hands a deleted board
 * to no reconciler but one that sets its finalizer on every board, so these are looked at here,
 * over and over until they are gone. Nothing else is done for them.
 */
final class DeletedBoards extends AbstractEventSource<Void, MessageBoard>
    implements ResourceEventAware<MessageBoard> {

  private static final Logger LOG = Logger.getLogger(DeletedBoards.class);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Executor threads = CheckThreads.make();
  private final Set<ResourceID> followed = ConcurrentHashMap.newKeySet();
  private final IndexedResourceCache<MessageBoard> boards;
  private final DatabaseReclaim databases;
  private final Reporter reporter;
  private final Election election;
  private volatile boolean isStopped;

  DeletedBoards(
      IndexedResourceCache<MessageBoard> boards,
      DatabaseReclaim databases,
      Reporter reporter,
      Election election) {
    super(Void.class, "deleted-boards");
    this.boards = boards;
    this.databases = databases;
    this.reporter = reporter;
    this.election = election;
  }

  @Override
  public void onResourceCreated(MessageBoard board) {
    follow(board);
  }

  @Override
  public void onResourceUpdated(MessageBoard board, MessageBoard before) {
    follow(board);
  }

  private void follow(MessageBoard board) {
    var id = ResourceID.fromResource(board);
    if (DatabaseFinalizer.holds(board) && !isStopped && followed.add(id)) {
      threads.execute(() -> step(id));
    }
  }

  /** What fails, such as a request to an API server that restarts, is done again. */
  private void step(ResourceID id) {
    var pause = LATER;
    try {
      var waiting = boards.get(id).filter(DatabaseFinalizer::holds).filter(board -> !isStopped);
      if (waiting.isEmpty()) {
        leave(id);
        return;
      }
      pause = election.leads() ? look(waiting.get()) : LATER;
    } catch (RuntimeException e) {
      LOG.warnf("Deleted board %s is looked at again later: %s", id, e);
    }
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(() -> step(id));
  }

  /** One of the same name may have come, and been deleted, in between. */
  private void leave(ResourceID id) {
    followed.remove(id);
    boards.get(id).ifPresent(this::follow);
  }

  /** How long until it is worth another look. */
  private Duration look(MessageBoard board) {
    var outcome = databases.look(board);
    if (!outcome.isDone()) {
      reporter.reportDeletion(board, outcome.problem());
      return outcome.problem().isPresent() ? LATER : SOON;
    }
    if (databases.letGo(board)) {
      reporter.reportEnd(board, outcome.isNew(), outcome.problem());
    }
    return SOON;
  }

  @Override
  public void stop() {
    isStopped = true;
    super.stop();
  }

  @Override
  public Set<Void> getSecondaryResources(MessageBoard board) {
    return Set.of();
  }
}
