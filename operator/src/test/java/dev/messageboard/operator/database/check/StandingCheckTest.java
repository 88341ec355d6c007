package dev.messageboard.operator.database.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.database.MovableClock;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.status.DatabaseCheck;
import dev.messageboard.operator.status.DatabaseServer;
import dev.messageboard.operator.status.Problem;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StandingCheckTest {

  private static final Duration INTERVAL = Duration.ofSeconds(60);
  private static final DatabaseCheck GOOD =
      DatabaseCheck.connected("in", new DatabaseServer("9.7", Optional.of("1"), 151));
  private static final DatabaseCheck BAD = DatabaseCheck.failed(new Problem("Timeout", "late"));

  private final MovableClock clock = new MovableClock();
  private final List<String> logins = new ArrayList<>();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final List<ResourceID> news = new CopyOnWriteArrayList<>();
  private DatabaseCheck answer = GOOD;

  private final StandingCheck check =
      new StandingCheck(
          order -> {
            logins.add(order.binding().password());
            return answer;
          },
          waiting::add,
          clock,
          news::add);

  @Test
  void aLookNeverWaitsAndTheAnswerIsAnnouncedOnce() {
    assertThat(check.look(order("a"))).isEmpty();
    assertThat(logins).isEmpty();
    runAll();
    assertThat(check.look(order("a"))).contains(GOOD);
    assertThat(news).containsExactly(new ResourceID("team", "boards"));
    assertThat(check.hasAccepted(order("a"))).isTrue();
  }

  @Test
  void withinTheIntervalThereIsOneLoginAndAfterItTheNext() {
    looked("a");
    clock.advance(INTERVAL.multipliedBy(8).dividedBy(10));
    looked("a");
    assertThat(logins).hasSize(1);
    clock.advance(INTERVAL.multipliedBy(2).dividedBy(10));
    looked("a");
    assertThat(logins).hasSize(2);
    assertThat(news).as("nothing new was found").hasSize(1);
  }

  @Test
  void anOutageAndItsEndAreNews() {
    looked("a");
    answer = BAD;
    clock.advance(INTERVAL);
    looked("a");
    assertThat(check.look(order("a"))).contains(BAD);
    assertThat(check.hasAccepted(order("a"))).as("was let in once").isTrue();
    answer = GOOD;
    clock.advance(INTERVAL);
    looked("a");
    assertThat(check.look(order("a"))).contains(GOOD);
    assertThat(news).hasSize(3);
  }

  @Test
  void aServerThatIsOnItsWayIsAskedSoonerUntilItComesOnce() {
    answer = BAD;
    looked("a");
    clock.advance(Duration.ofSeconds(5));
    looked("a");
    assertThat(logins).hasSize(2);

    answer = GOOD;
    clock.advance(Duration.ofSeconds(5));
    looked("a");
    answer = BAD;
    clock.advance(INTERVAL);
    looked("a");
    clock.advance(Duration.ofSeconds(5));
    looked("a");
    assertThat(logins).hasSize(4);
  }

  @Test
  void whoIsRefusedIsNotTriedAgainBeforeTheInterval() {
    answer = DatabaseCheck.failed(new Problem("AccessDenied", "no"));
    looked("a");
    clock.advance(INTERVAL.dividedBy(2));
    looked("a");
    assertThat(logins).hasSize(1);
  }

  @Test
  void aNewBindingIsTriedAtOnceAndARejectedOneIsNotAccepted() {
    looked("a");
    answer = BAD;
    looked("b");
    assertThat(logins).containsExactly("a", "b");
    assertThat(check.hasAccepted(order("b"))).isFalse();
    assertThat(check.look(order("b"))).contains(BAD);
  }

  @Test
  void aBindingThatComesWhileALoginRunsIsTriedNext() {
    check.look(order("a"));
    check.look(order("b"));
    assertThat(waiting).hasSize(1);
    runAll();
    assertThat(news).hasSize(2);
    looked("b");
    assertThat(logins).containsExactly("a", "b");
    assertThat(check.hasAccepted(order("b"))).isTrue();
    assertThat(check.hasAccepted(order("a"))).isFalse();
  }

  @Test
  void aLoginThatHangsIsATimeoutAndNoSecondOneIsStarted() {
    var never = new CountDownLatch(1);
    var threads = Executors.newCachedThreadPool();
    var hanging =
        new StandingCheck(
            order -> {
              logins.add("hangs");
              return awaitForEver(never);
            },
            threads,
            clock,
            news::add);
    try {
      hanging.look(order("a", Duration.ofMillis(50)));
      await().until(() -> !news.isEmpty());
      clock.advance(INTERVAL.multipliedBy(3));
      assertThat(hanging.look(order("a")).orElseThrow().reason()).isEqualTo("Timeout");
      assertThat(logins).hasSize(1);
    } finally {
      never.countDown();
      threads.shutdown();
    }
  }

  @Test
  void whatTheDriverThrowsUnexpectedlyIsTold() {
    var broken =
        new StandingCheck(
            order -> {
              throw new IllegalStateException("broken");
            },
            Runnable::run,
            clock,
            news::add);
    broken.look(order("a"));
    assertThat(broken.look(order("a")).orElseThrow().reason()).isEqualTo("CheckFailed");
  }

  @Test
  void theNextLookComesWithinTheLastTenthOfTheInterval() {
    var now = Instant.parse("2026-11-21T10:00:00Z");
    assertThat(StandingCheck.due(now, INTERVAL, 0)).isEqualTo(now.plusSeconds(54));
    assertThat(StandingCheck.due(now, INTERVAL, 1)).isEqualTo(now.plusSeconds(60));
    looked("a");
    assertThat(check.untilDue("u").orElseThrow()).isBetween(Duration.ofSeconds(54), INTERVAL);
  }

  private void looked(String password) {
    check.look(order(password));
    runAll();
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  private static DatabaseCheck awaitForEver(CountDownLatch latch) {
    try {
      latch.await();
      return GOOD;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CheckOrder order(String password) {
    return order(password, Duration.ofSeconds(5));
  }

  private static CheckOrder order(String password, Duration timeout) {
    var binding = new Binding("db", 3306, "d", "u", password, Tls.REQUIRED, "");
    return new CheckOrder("u", "boards", "team", "team-db", binding, "", INTERVAL, timeout);
  }
}
