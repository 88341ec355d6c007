package dev.messageboard.api.transfer.adopt;

import static dev.messageboard.api.transfer.adopt.Elder.SERVER;
import static dev.messageboard.api.transfer.adopt.Elder.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of the command, one after another. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class AdoptMySqlTest {

  @Inject Adopting adopting;

  @BeforeEach
  void make() {
    Elder.make();
  }

  @AfterEach
  void drop() {
    Elder.drop();
  }

  @Test
  void aDryRunCountsAndWritesNothing() throws SQLException {
    rows(
        "(1, 'Ann', 'hello', 'a@b.c', '2024-05-01 10:00:00', NULL)",
        "(2, 'Bob', '', '', NOW(), NULL)");

    AdoptReport report = adopt();

    assertThat(List.of(report.found, report.adopted, report.known, report.refused.size()))
        .containsExactly(2, 1, 0, 1);
    assertThat(messages()).isEqualTo("0");
    assertThat(SERVER.query("SELECT COUNT(*) FROM board.adopted_row")).isEqualTo("0");
  }

  @Test
  void everyRowComesOnceHoweverOftenItIsRun() throws SQLException {
    for (int i = 1; i <= 150; i++) {
      rows("(%d, 'Ann', 'number %d', '', '2024-05-01 10:00:00', NULL)".formatted(i, i));
    }

    assertThat(adopt("--apply").adopted).isEqualTo(150);
    assertThat(adopt("--apply").known).isEqualTo(150);
    Board.posted("in between");
    rows("(151, 'Bob', 'later', '', '2024-05-02 10:00:00', NULL)");
    AdoptReport third = adopt("--apply");

    assertThat(List.of(third.found, third.adopted, third.known)).containsExactly(151, 1, 150);
    assertThat(messages()).isEqualTo("152");
    assertThat(
            SERVER.query(
                """
                SELECT COUNT(*) FROM board.adopted_row a JOIN board.message m ON m.id = message_id
                WHERE body = CONCAT('number ', row_id) OR body = 'later'
                """))
        .isEqualTo("151");
  }

  @Test
  void aMessageThatWasDeletedHereDoesNotComeBack() throws SQLException {
    rows("(1, 'Ann', 'spam', '', NOW(), NULL)");
    adopt("--apply");
    SERVER.execute("DELETE FROM board.message");

    assertThat(adopt("--apply").known).isEqualTo(1);
    assertThat(messages()).isEqualTo("0");
  }

  @Test
  void aConditionLeavesRowsOut() throws SQLException {
    rows("(1, 'Ann', 'kept', '', NOW(), NULL)", "(2, 'Ann', 'gone', 'x', NOW(), NULL)");

    assertThat(adopt("--where=email = ''", "--apply").found).isEqualTo(1);
  }

  @Test
  void theOldTableStaysAsItIs() throws SQLException {
    rows("(1, 'Ann', 'hello', '', NOW(), NULL)", "(2, 'Ann', '', '', NOW(), 1)");
    String before = checksum();

    adopt("--apply");

    assertThat(checksum()).isEqualTo(before);
  }

  @Test
  void aTableThatIsNotThereIsToldWithThoseThatAre() {
    assertThatThrownBy(() -> adopting.run(Asked.with("--table=elder.posts")))
        .isInstanceOf(AdoptRefusal.class)
        .hasMessage("Say --table=<table> or --table=<database>.<table>; elder has messages");
  }

  private AdoptReport adopt(String... flags) throws SQLException {
    return Elder.adopt(adopting, flags);
  }

  private static String messages() {
    return SERVER.query("SELECT COUNT(*) FROM board.message");
  }

  private static String checksum() {
    return SERVER.query(
        """
        SELECT GROUP_CONCAT(CONCAT_WS('|', id, name, message, email, created_at, parent_id))
        FROM elder.messages
        """);
  }
}
