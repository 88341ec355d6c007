package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionBudgetTest {

  @Test
  void everyPodTheOneMoreOfARolloutTheMigrationAndTheCheckCount() {
    var budget = budget("api: {replicas: 3}", "", 151);
    assertThat(budget.needed()).isEqualTo((3 + 1) * 8 + 3 + 1);
  }

  @Test
  void anAutoscaledTierCountsAtItsLargest() {
    var budget = budget("api: {autoscaling: {maxReplicas: 9}}", "", 151);
    assertThat(budget.needed()).isEqualTo(10 * 8 + 4);
  }

  @Test
  void aTierWithoutPodsNeedsNone() {
    assertThat(budget("api: {replicas: 0}", "", 151).needed()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"36, true, false", "35, true, true", "45, true, false", "46, false, false"})
  void fourFifthsAreTightAndMoreThanAllIsTooMuch(int limit, boolean tight, boolean exceeded) {
    var budget = budget("api: {replicas: 3}", "", limit);
    assertThat(budget.isTight()).isEqualTo(tight);
    assertThat(budget.isExceeded()).isEqualTo(exceeded);
  }

  @ParameterizedTest
  @CsvSource({"151, 20", "61, 11", "20, 2", "5, 1"})
  void aPoolOfZeroIsTheLargestThatIsNotTight(int limit, int pool) {
    assertThat(budget("api: {replicas: 3}", "pool: {maxSize: 0}", limit).pool()).isEqualTo(pool);
  }

  @Test
  void theDerivedPoolOfAnUnknownServerIsTheUsualOne() {
    var board = board("api: {replicas: 3}", "pool: {maxSize: 0}");
    var budget = ConnectionBudget.of(board, Scale.fixed(3), Optional.empty());
    assertThat(budget.pool()).isEqualTo(8);
    assertThat(budget.isTight()).isFalse();
  }

  @Test
  void whatTheBoardMayHaveOfASharedServerGoesBeforeWhatTheServerSays() {
    assertThat(budget("api: {replicas: 3}", "maxConnections: 40", 151).limit()).contains(40);
  }

  private static ConnectionBudget budget(String api, String database, int limit) {
    var board = board(api, database);
    var scale =
        Scale.of(
            board.getSpec().api(),
            Optional.empty(),
            OptionalInt.of(board.getSpec().api().replicas()));
    return ConnectionBudget.of(board, scale, Optional.of(limit));
  }

  private static MessageBoard board(String api, String database) {
    return Boards.of(
        "{version: 1.2.3, %s, database: {embedded: {}%s}}"
            .formatted(api, database.isEmpty() ? "" : ", " + database));
  }
}
