package dev.messageboard.operator.database.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.database.MovableClock;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Credentials;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.status.Problem;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvisionerTest {

  private static final ResourceID BOARD = new ResourceID("team", "boards");
  private static final Outcome REFUSED = Outcome.failed(new Problem("DatabaseTaken", "taken"));

  private final MovableClock clock = new MovableClock();
  private final List<String> attempts = new ArrayList<>();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final List<ProvisionOrder> news = new ArrayList<>();
  private Outcome answer = Outcome.done(true);

  private final Provisioner provisioner =
      new Provisioner(
          order -> {
            attempts.add(order.drops() ? "drop" : order.user().password());
            return answer;
          },
          waiting::add,
          clock,
          news::add);

  @Test
  void aLookNeverWaitsAndWhatIsDoneIsAnnouncedAndNotRepeated() {
    assertThat(provisioner.look(order("a"))).isEqualTo(Outcome.UNDER_WAY);
    assertThat(attempts).isEmpty();
    runAll();
    assertThat(provisioner.look(order("a")).isDone()).isTrue();
    assertThat(news).containsExactly(order("a"));
    clock.advance(Duration.ofHours(1));
    provisioner.look(order("a"));
    runAll();
    assertThat(attempts).containsExactly("a");
  }

  @Test
  void whatFailedIsTriedAgainAfterAPause() {
    answer = REFUSED;
    looked("a");
    assertThat(provisioner.look(order("a"))).isEqualTo(REFUSED);
    looked("a");
    assertThat(attempts).hasSize(1);
    clock.advance(Duration.ofSeconds(11));
    looked("a");
    assertThat(attempts).hasSize(2);
    assertThat(news).as("the same failure again is no news").hasSize(1);
  }

  @Test
  void anotherOrderIsTriedAtOnceAndAloneCounts() {
    answer = REFUSED;
    looked("a");
    answer = Outcome.done(false);
    assertThat(provisioner.look(order("b"))).isEqualTo(Outcome.UNDER_WAY);
    runAll();
    assertThat(provisioner.look(order("b")).isDone()).isTrue();
  }

  @Test
  void anOrderThatComesWhileOneIsUnderWayWaitsForItsTurn() {
    provisioner.look(order("a"));
    assertThat(provisioner.look(order("b"))).isEqualTo(Outcome.UNDER_WAY);
    runAll();
    assertThat(attempts).containsExactly("a");
    looked("b");
    assertThat(attempts).containsExactly("a", "b");
  }

  @Test
  void whatTheServerLostIsMadeAgainAfterAPause() {
    looked("a");
    assertThat(provisioner.again(order("a")).isDone()).isTrue();
    assertThat(waiting).isEmpty();
    clock.advance(Duration.ofSeconds(11));
    provisioner.again(order("a"));
    runAll();
    assertThat(attempts).containsExactly("a", "a");
  }

  @Test
  void aNewDatabaseIsToldOnce() {
    assertThat(provisioner.tells(BOARD)).isFalse();
    looked("a");
    assertThat(provisioner.tells(BOARD)).isTrue();
    assertThat(provisioner.tells(BOARD)).isFalse();
    assertThat(provisioner.look(order("a")).isDone()).isTrue();
  }

  @Test
  void whatIsDroppedWaitsForTheAttemptBeforeAndIsNotMadeAgain() {
    provisioner.look(order("a"));
    assertThat(provisioner.look(order("a").toDrop())).isEqualTo(Outcome.UNDER_WAY);
    runAll();
    assertThat(attempts).containsExactly("a");
    provisioner.look(order("a").toDrop());
    assertThat(provisioner.again(order("a"))).isEqualTo(Outcome.UNDER_WAY);
    runAll();
    assertThat(provisioner.look(order("a").toDrop()).isDone()).isTrue();
    clock.advance(Duration.ofHours(1));
    looked("b");
    assertThat(attempts).containsExactly("a", "drop");
  }

  @Test
  void aDropThatFailedIsTriedAgainAfterAPause() {
    answer = REFUSED;
    provisioner.look(order("a").toDrop());
    runAll();
    assertThat(provisioner.look(order("a").toDrop())).isEqualTo(REFUSED);
    assertThat(waiting).isEmpty();
    clock.advance(Duration.ofSeconds(11));
    provisioner.look(order("a").toDrop());
    runAll();
    assertThat(attempts).containsExactly("drop", "drop");
  }

  @Test
  void aBoardThatIsGoneIsForgotten() {
    looked("a");
    provisioner.forget(BOARD);
    looked("a");
    assertThat(attempts).containsExactly("a", "a");
  }

  private void looked(String password) {
    provisioner.look(order(password));
    runAll();
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private static ProvisionOrder order(String password) {
    return new ProvisionOrder(
        "uid",
        BOARD,
        new Binding(
            "db.example.org",
            3306,
            "mb",
            "mb_rw",
            password,
            Tls.REQUIRED,
            Optional.of(new Credentials("mb_ddl", password)),
            ""),
        new Credentials("admin", "admin"),
        "rds",
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        false);
  }
}
