package dev.messageboard.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Queue<Runnable> whileCatchingUp = new ConcurrentLinkedQueue<>();
  private final Queue<String> caughtUp = new ConcurrentLinkedQueue<>();
  private final Changes changes =
      new Changes(
          null,
          new CatchingUp(null) {
            @Override
            List<Change> after(String lastEventId) {
              caughtUp.add(String.valueOf(lastEventId));
              whileCatchingUp.remove().run();
              return List.of();
            }
          },
          metrics);

  /** Else it would hold one of the places for ever: nobody hangs up twice. */
  @Test
  void whoHangsUpBeforeTheFirstEventIsNotKept() throws Exception {
    CompletableFuture<Cancellable> impatient = new CompletableFuture<>();
    CompletableFuture<Double> kept = new CompletableFuture<>();
    whileCatchingUp.add(() -> impatient.join().cancel());
    whileCatchingUp.add(() -> kept.complete(metrics.get("messageboard.streams").gauge().value()));

    impatient.complete(listen());
    listen();

    assertThat(kept.get(10, TimeUnit.SECONDS)).isZero();
  }

  /** Else who comes and goes all the time would keep the others from hearing anything. */
  @Test
  void whoHasGoneBeforeItsTurnIsNotCaughtUp() {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    CompletableFuture<Void> last = new CompletableFuture<>();
    whileCatchingUp.add(turn::join);
    whileCatchingUp.add(() -> last.complete(null));

    listen("first");
    listen("gone").cancel();
    listen("last");
    turn.complete(null);

    assertThat(last).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(caughtUp).containsExactly("first", "last");
  }

  @Test
  void aPlaceIsGivenBackOnceHoweverManyNoticeThatItsHolderHasGone() {
    List<Changes.Place> places =
        Stream.generate(changes::admit).limit(500).map(Optional::get).toList();

    places.get(0).giveBack();
    places.get(0).giveBack();

    assertThat(changes.admit()).isPresent();
    assertThat(changes.admit()).isEmpty();
  }

  /** It was let in before; nobody closes it once the others have been sent away. */
  @Test
  void whoIsWelcomedWhileTheReplicaDrainsIsSentAwayToo() {
    CompletableFuture<Void> sentAway = new CompletableFuture<>();
    whileCatchingUp.add(() -> changes.drain(null));

    Multi.createFrom()
        .<OutboundSseEvent>emitter(emitter -> changes.welcome(new Listener(emitter, null), null))
        .onCompletion()
        .invoke(() -> sentAway.complete(null))
        .subscribe()
        .with(event -> {});

    assertThat(sentAway).succeedsWithin(10, TimeUnit.SECONDS);
  }

  private Cancellable listen() {
    return listen(null);
  }

  private Cancellable listen(String lastEventId) {
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            emitter -> {
              Listener listener = new Listener(emitter, null);
              changes.admit().orElseThrow().keepFor(listener, emitter);
              changes.welcome(listener, lastEventId);
            })
        .subscribe()
        .with(event -> {});
  }
}
