package dev.messageboard.operator.database.provision;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Brings servers to what boards are to have there. Who looks gets what became of it and never
 * waits; what changes is announced.
 */
public final class Provisioner {

  /** An attempt is some statements, each of which has the whole timeout. */
  private static final int STATEMENTS = 6;

  private final Map<ResourceID, Provisioned> boards = new ConcurrentHashMap<>();
  private final Provision provision;
  private final Executor threads;
  private final Clock clock;
  private final Consumer<ProvisionOrder> news;

  Provisioner(Provision provision, Executor threads, Clock clock, Consumer<ProvisionOrder> news) {
    this.provision = provision;
    this.threads = threads;
    this.clock = clock;
    this.news = news;
  }

  /**
   * @param threads that may wait for servers
   * @param news told whose order has come to an end
   */
  public static Provisioner onMySql(Executor threads, Clock clock, Consumer<ProvisionOrder> news) {
    return new Provisioner(new MySqlProvision(), threads, clock, news);
  }

  /** What became of the order; starts an attempt if it is new, or if it is time for another. */
  public Outcome look(ProvisionOrder order) {
    return look(order, false);
  }

  /** The same, for a server that does not have any more what it was brought to. */
  public Outcome again(ProvisionOrder order) {
    return look(order, true);
  }

  /** True once after the board's database was made. */
  public boolean tells(ResourceID board) {
    var provisioned = boards.get(board);
    return provisioned != null && provisioned.tells();
  }

  /** A board that is gone needs no memory. */
  public void forget(ResourceID board) {
    boards.remove(board);
  }

  private Outcome look(ProvisionOrder order, boolean isUndone) {
    var provisioned = boards.computeIfAbsent(order.board(), board -> new Provisioned());
    if (provisioned.begins(order, isUndone, clock.instant())) {
      threads.execute(() -> attempt(order, provisioned));
    }
    return provisioned.of(order);
  }

  /** The answer is there when the time is up, even where a resolver or a socket goes on waiting. */
  private void attempt(ProvisionOrder order, Provisioned provisioned) {
    var answer = new CompletableFuture<Outcome>();
    answer.thenAccept(found -> announce(order, provisioned.found(found, clock.instant())));
    answer.completeOnTimeout(
        MySqlProvision.failed(order, new TimeoutException()),
        order.timeout().multipliedBy(STATEMENTS).toMillis(),
        TimeUnit.MILLISECONDS);
    var outcome = outcome(order);
    provisioned.ended();
    answer.complete(outcome);
  }

  private Outcome outcome(ProvisionOrder order) {
    try {
      return provision.attempt(order);
    } catch (RuntimeException e) {
      return MySqlProvision.failed(order, e);
    }
  }

  private void announce(ProvisionOrder order, boolean isNews) {
    if (isNews) {
      news.accept(order);
    }
  }
}
