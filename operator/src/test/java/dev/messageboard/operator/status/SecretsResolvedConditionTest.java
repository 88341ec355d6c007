package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsResolvedConditionTest {

  private static final SecretsSeen NO_ADMIN =
      SecretsSeen.NONE.withAdmin(Optional.of(new Problem("SecretMissing", "no admin")));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "database: {embedded: {}}                                   | the pods need no Secret of yours",
        "database: {embedded: {}}, board: {adminSecretRef: {name: a}} | Secret a has all that is needed",
        "database: {external: {host: db, secretRef: {name: d}}}     | Secret d has all that is needed",
        "database: {provisioned: {server: s}}, board: {adminSecretRef: {name: a}} | database server s is offered to the board's namespace; Secret a has all that is needed",
      })
  void whatIsThereIsNamed(String spec, String told) {
    var seen = Seen.serving().board(Boards.of("{version: 1.2.3, " + spec + "}")).now();
    var verdict = SecretsResolvedCondition.of(seen);
    assertThat(verdict.isTrue()).isTrue();
    assertThat(verdict.message()).isEqualTo(told);
  }

  @Test
  void theDatabasesSecretIsToldOfFirst() {
    var seen =
        Seen.serving().secretProblem("SecretKeyMissing").findings(f -> f.withNamed(NO_ADMIN));
    assertThat(SecretsResolvedCondition.of(seen.now()).reason()).isEqualTo("SecretKeyMissing");
  }

  @Test
  void aBoardWithoutItsAdminIsNotAsItsSpecSays() {
    var seen = Seen.serving().findings(f -> f.withNamed(NO_ADMIN)).now();
    var conditions = Conditions.of(seen, Tiers.of(seen), Optional.empty(), Instant.EPOCH);
    assertThat(conditions.ready().asProblem()).isEqualTo(NO_ADMIN.admin().get());
    assertThat(conditions.database().isTrue()).isTrue();
  }

  @Test
  void whatKeepsPodsFromServingHurtsMore() {
    var seen =
        Seen.serving().failedCheck("ConnectionRefused").findings(f -> f.withNamed(NO_ADMIN)).now();
    var conditions = Conditions.of(seen, Tiers.of(seen), Optional.empty(), Instant.EPOCH);
    assertThat(conditions.ready().reason()).isEqualTo("ConnectionRefused");
    assertThat(conditions.secrets().reason()).isEqualTo("SecretMissing");
  }
}
