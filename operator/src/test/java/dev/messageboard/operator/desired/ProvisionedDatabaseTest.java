package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProvisionedDatabaseTest {

  @Test
  void theNamesAreMadeOfTheBoardsUidAndFitMySql() {
    var board = Boards.provisioned();
    assertThat(ProvisionedDatabase.name(board)).isEqualTo("mb_0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    assertThat(ProvisionedDatabase.user(board)).isEqualTo("mb_0a1b2c3d4e5f60718293a4b5_rw");
    assertThat(ProvisionedDatabase.migrationUser(board))
        .isEqualTo("mb_0a1b2c3d4e5f60718293a4b5_ddl")
        .hasSizeLessThanOrEqualTo(32);
  }

  @Test
  void aChosenNameIsTaken() {
    assertThat(ProvisionedDatabase.name(Boards.provisioned("team"))).isEqualTo("team");
  }
}
