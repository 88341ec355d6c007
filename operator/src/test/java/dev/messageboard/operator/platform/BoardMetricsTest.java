package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.status.DatabaseServer;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardMetricsTest {

  private static final String EXPIRATION =
      "messageboard.database.certificate.expiration.timestamp.seconds";
  private static final String CERTIFICATE = "messageboard.certificate.expiration.timestamp.seconds";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Departures departures = new Departures();
  private final BoardMetrics metrics = new BoardMetrics(registry, departures);
  private final MessageBoard board = Boards.external();

  @Test
  void aBoardIsKnownByItsNameItsPhaseAndItsVersionOnceOneServes() {
    show(condition("Ready", "False", "Starting"));
    assertThat(registry.get("messageboard.info").gauge().getId().getTags())
        .containsExactlyInAnyOrder(
            Tag.of("namespace", "boards"),
            Tag.of("name", "team"),
            Tag.of("version", ""),
            Tag.of("phase", "Degraded"));
  }

  @Test
  void aStalledBoardTellsWhy() {
    show(condition("Stalled", "True", "MigrationFailed"));
    assertThat(
            registry.get("messageboard.stalled").tag("reason", "MigrationFailed").gauge().value())
        .isEqualTo(1);
    assertThat(registry.get("messageboard.stalled").gauge().getId().getTag("name"))
        .isEqualTo("team");
  }

  @Test
  void anotherReasonTakesThePlaceOfTheOneBefore() {
    show(condition("Stalled", "True", "MigrationFailed"));
    show(condition("Stalled", "True", "ProgressDeadlineExceeded"));
    assertThat(registry.find("messageboard.stalled").gauges())
        .extracting(gauge -> gauge.getId().getTag("reason"))
        .containsExactly("ProgressDeadlineExceeded");
  }

  @Test
  void aBoardThatIsNoLongerStalledSaysNothingOfIt() {
    show(condition("Stalled", "True", "MigrationFailed"));
    show(condition("Ready", "True", "Serving"));
    assertThat(registry.find("messageboard.stalled").gauges()).isEmpty();
    assertThat(values("messageboard.ready")).containsExactly(1.0);
  }

  @Test
  void aBoardThatIsGoneTakesItsFiguresAlong() {
    show(condition("Stalled", "True", "MigrationFailed"));
    departures.cleanupDone(ResourceID.fromResource(board), Map.of());
    assertThat(registry.find("messageboard.stalled").gauges()).isEmpty();
    assertThat(values("messageboard.info")).isEmpty();
  }

  @Test
  void aDatabaseThatRefusesIsDown() {
    show(condition("DatabaseReady", "False", "ConnectionRefused"));
    assertThat(values("messageboard.database.up")).containsExactly(0.0);
  }

  @Test
  void aDatabaseThatIsTooSmallIsUp() {
    show(condition("DatabaseReady", "False", "ConnectionBudgetExceeded"));
    assertThat(values("messageboard.database.up")).containsExactly(1.0);
  }

  @Test
  void aDatabaseOfWhichNobodyKnowsIsNotDown() {
    show(condition("DatabaseReady", "True", "CheckDisabled"));
    show(condition("DatabaseReady", "Unknown", "Connecting"));
    assertThat(values("messageboard.database.up")).isEmpty();
    assertThat(values("messageboard.ready")).containsExactly(0.0);
  }

  @Test
  void aServerWithACertificateTellsWhenItEnds() {
    show(condition("DatabaseReady", "True", "Connected"), server(Instant.ofEpochSecond(42)));
    assertThat(values(EXPIRATION)).containsExactly(42.0);
  }

  @Test
  void whatAServerSaidOfItsCertificateIsTrueWhileItDoesNotAnswer() {
    show(condition("DatabaseReady", "True", "Connected"), server(Instant.ofEpochSecond(42)));
    show(condition("DatabaseReady", "False", "TlsFailure"));
    assertThat(values(EXPIRATION)).containsExactly(42.0);
  }

  @Test
  void aServerThatIsNowAskedInClearTextHasNoCertificate() {
    show(condition("DatabaseReady", "True", "Connected"), server(Instant.ofEpochSecond(42)));
    show(
        condition("DatabaseReady", "True", "Connected"),
        Optional.of(new DatabaseServer("9.7", Optional.empty(), 151)));
    assertThat(values(EXPIRATION)).isEmpty();
  }

  @Test
  void aCertificateThatNobodyLooksAtAnyLongerIsNotSpokenOf() {
    show(condition("DatabaseReady", "True", "Connected"), server(Instant.ofEpochSecond(42)));
    metrics.show(
        Boards.unchecked("external"),
        MessageBoardStatus.unknown()
            .with(Phase.Running, List.of(condition("DatabaseReady", "True", "CheckDisabled"))));
    assertThat(values(EXPIRATION)).isEmpty();
  }

  @Test
  void theCertificateOfABoardsIngressTellsWhenItEndsUntilItOrTheBoardIsGone() {
    var first = Instant.parse("2027-01-01T00:00:00Z");
    metrics.showCertificate(board, Optional.of(first));
    assertThat(values(CERTIFICATE)).containsExactly((double) first.getEpochSecond());
    metrics.showCertificate(board, Optional.of(first.plusSeconds(60)));
    assertThat(values(CERTIFICATE)).containsExactly(first.getEpochSecond() + 60.0);
    metrics.showCertificate(board, Optional.empty());
    assertThat(values(CERTIFICATE)).isEmpty();
    metrics.showCertificate(board, Optional.of(first));
    departures.cleanupDone(ResourceID.fromResource(board), Map.of());
    assertThat(values(CERTIFICATE)).isEmpty();
  }

  private void show(Condition condition) {
    show(condition, Optional.empty());
  }

  private void show(Condition condition, Optional<DatabaseServer> server) {
    metrics.show(
        board, MessageBoardStatus.unknown().with(Phase.Degraded, List.of(condition)), server);
  }

  private static Optional<DatabaseServer> server(Instant certificateExpiry) {
    return Optional.of(
        new DatabaseServer("9.7", Optional.empty(), 151, Optional.of(certificateExpiry)));
  }

  private List<Double> values(String name) {
    return registry.find(name).gauges().stream().map(Gauge::value).toList();
  }

  private static Condition condition(String type, String status, String reason) {
    return new ConditionBuilder().withType(type).withStatus(status).withReason(reason).build();
  }
}
