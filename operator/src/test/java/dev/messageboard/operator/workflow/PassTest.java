package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.status.Findings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With {@code driftPolicy: Report}, by an operator that was just started. */
class PassTest {

  private static final MessageBoard BOARD =
      Boards.of("{version: 1.2.3, database: {embedded: {}}, driftPolicy: Report}");
  private static final List<Difference> REMOVED_FIELD =
      List.of(new Difference(".data.a", false, Optional.empty()));
  private static final List<Difference> TAKEN_FIELD =
      List.of(new Difference(".data.a", false, Optional.of("a-person")));

  private final Settled settled = new Settled();

  @Test
  void whatWasThereAndIsWantedAsBeforeIsNotMadeAndNotChanged() {
    var pass = passAfter(applied("as before"));
    var config = entered(pass, "as before");
    assertThat(pass.mayMake(config)).isFalse();
    assertThat(pass.mayChange(config, REMOVED_FIELD)).isFalse();
    assertThat(pass.mayChange(config, TAKEN_FIELD)).isFalse();
    assertThat(pass.addTo(Findings.NONE).drifts()).hasSize(3).noneMatch(drift -> drift.isHealed());
  }

  /** A newer operator, or an input that is another one now, such as a password. */
  @Test
  void whatIsWantedOtherwiseThanBeforeTheRestartIsApplied() {
    var pass = passAfter(applied("as before"));
    var config = entered(pass, "otherwise");
    assertThat(pass.mayMake(config)).isTrue();
    assertThat(pass.mayChange(config, REMOVED_FIELD)).isTrue();
    assertThat(pass.addTo(Findings.NONE).drifts()).isEmpty();
  }

  @Test
  void whatWasNeverAppliedIsMade() {
    var pass = passAfter(Map.of("ConfigMap another", "0"));
    assertThat(pass.mayMake(entered(pass, "new"))).isTrue();
  }

  @Test
  void whatIsGoneAndWasNotWantedForAWhileIsMadeAnew() {
    var pass = passAfter(applied("as before"));
    pass.isGone("ConfigMap", "team-config");
    assertThat(pass.mayMake(entered(pass, "as before"))).isTrue();
  }

  @Test
  void onlyWhoReportsHasToKnowItAfterARestart() {
    var reports = passAfter(Map.of());
    reports.settle(entered(reports, "now"));
    assertThat(reports.addTo(Findings.NONE).applied()).isEqualTo(applied("now"));
    var heals = new Pass(Boards.embedded(), Optional.empty(), settled);
    assertThat(heals.addTo(Findings.NONE).applied()).isEmpty();
  }

  private static Map<String, String> applied(String text) {
    return Map.of("ConfigMap team-config", Digest.of(config(text)));
  }

  private Pass passAfter(Map<String, String> applied) {
    settled.forget(ResourceID.fromResource(BOARD));
    return new Pass(BOARD, Optional.of(status(applied)), settled);
  }

  private static MessageBoardStatus status(Map<String, String> applied) {
    var generation = BOARD.getMetadata().getGeneration();
    return new MessageBoardStatus(
        generation, null, null, null, null, null, null, null, null, null, applied, List.of());
  }

  private static ConfigMap entered(Pass pass, String text) {
    var config = config(text);
    pass.enter(config);
    return config;
  }

  private static ConfigMap config(String text) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("team-config")
        .endMetadata()
        .withData(Map.of("a", text, "b", text, "c", text))
        .build();
  }
}
