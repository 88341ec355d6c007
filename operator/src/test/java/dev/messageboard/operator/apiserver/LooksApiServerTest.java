package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.database.MovableClock;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What a look asks the API server for: nothing, but for a Secret that the board names. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
class LooksApiServerTest extends BringsOperators {

  private static final String OPERATORS = "messageboard-system";
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  @Test
  void nothingIsListedAfterTheStartNeitherHereNorEverywhere() {
    var operator = start(how -> how.withReconciliationMaxInterval(INTERVAL), new Interceptor() {});
    var lists = audit.listsBy(OPERATORS);
    assertThat(lists).anyMatch(list -> list.startsWith("list pods"));
    create("team", EMBEDDED);
    awaitChildren("team");
    stage.playAllReady("team");
    awaitCondition("team", "Ready", "True");
    patch("team", "{\"spec\":{\"board\":{\"title\":\"Another\"}}}");
    awaitGeneration("team");
    awaitLooks(operator, 3);
    assertThat(audit.listsBy(OPERATORS)).isEqualTo(lists);
    assertThat(audit.gets(namespace)).isEmpty();
  }

  @Test
  void aSecretThatIsNamedIsReadOncePerIntervalHoweverManyLooksThereAre() {
    var clock = new MovableClock();
    var operator =
        start(how -> how.withReconciliationMaxInterval(INTERVAL), new Interceptor() {}, clock);
    createSecret(Map.of("username", "u", "password", "p"));
    create("team", EXTERNAL);
    for (int intervals = 1; intervals <= 3; intervals++) {
      awaitLooks(operator, 3);
      assertThat(audit.gets(namespace))
          .isEqualTo(Collections.nCopies(intervals, "get secrets team-db"));
      clock.advance(INTERVAL);
    }
  }

  private void awaitLooks(KillableOperator operator, int more) {
    var wanted = operator.looksAt(namespace, "team") + more;
    await().atMost(SOON).until(() -> operator.looksAt(namespace, "team") >= wanted);
  }
}
