package dev.messageboard.api.transfer.adopt;

import static dev.messageboard.api.transfer.adopt.Elder.SERVER;
import static dev.messageboard.api.transfer.adopt.Elder.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of rows. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class AdoptRowsMySqlTest {

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
  void listsShowThemInTheOrderOfTheirTimes() throws SQLException {
    rows(
        "(1, 'Ann', 'third', '', '2024-05-03 10:00:00', NULL)",
        "(2, 'Ann', 'first 👋🏽', '', '2024-05-01 10:00:00', NULL)",
        "(4, 'Ann', 'second too', '', '2024-05-02 10:00:00', NULL)",
        "(3, 'Ann', 'second', '', '2024-05-02 10:00:00', NULL)");

    adopt("--apply");

    List<Map<String, String>> newestFirst = Board.page(Map.of()).jsonPath().getList("items");
    assertThat(newestFirst)
        .extracting("body")
        .containsExactly("third", "second too", "second", "first 👋🏽");
    assertThat(newestFirst.get(3)).containsEntry("createdAt", "2024-05-01T10:00:00Z");
  }

  @Test
  void whatBreaksARuleIsRefusedByNameAndTheRestIsTaken() throws SQLException {
    rows(
        "(1, 'Ann', REPEAT('x', 4001), '', NOW(), NULL)",
        "(2, REPEAT('y', 65), 'hello', '', NOW(), NULL)",
        "(3, 'Ann', CONCAT('Z', REPEAT('\u0335', 5)), '', NOW(), NULL)",
        "(4, 'Ann', 'timeless', '', NULL, NULL)",
        "(5, 'Ann', 'an answer to the first', '', NOW(), 1)",
        "(6, NULL, 'nameless', '', NOW(), NULL)");

    AdoptReport report = adopt("--apply");

    assertThat(report.refused)
        .extracting(AdoptReport.Refused::row)
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    assertThat(report.refused)
        .extracting(AdoptReport.Refused::reason)
        .contains(
            "body: At most 4000 characters are allowed.",
            "author: At most 64 characters are allowed.",
            "body: More than 4 marks are stacked on one character.",
            "it answers row 1, which was refused");
    assertThat(report.unsigned).isEqualTo(1);
    assertThat(SERVER.query("SELECT CONCAT(author, body) FROM board.message"))
        .isEqualTo("Anonymousnameless");
  }

  @Test
  void repliesComeUnderWhatTheyAnswer() throws SQLException {
    rows(
        "(1, 'Ann', 'answers a later row', '', '2024-05-01 10:00:00', 2)",
        "(2, 'Ann', 'root', '', '2024-05-02 10:00:00', NULL)",
        "(3, 'Ann', 'answers an answer', '', '2024-05-03 10:00:00', 1)",
        "(4, 'Ann', 'answers nothing that is there', '', '2024-05-04 10:00:00', 99)",
        "(6, 'Ann', 'answers the one before', '', '2024-05-05 10:00:00', 4)",
        "(7, 'Ann', 'answers the next', '', '2024-05-06 10:00:00', 8)",
        "(8, 'Ann', 'answers the last', '', '2024-05-07 10:00:00', 7)",
        "(9, 'Ann', 'answers itself', '', '2024-05-08 10:00:00', 9)");

    AdoptReport dry = adopt();
    AdoptReport report = adopt("--apply");

    assertThat(dry.adopted).isEqualTo(report.adopted).isEqualTo(8);
    assertThat(dry.orphans).isEqualTo(report.orphans).isEqualTo(2);
    String root = SERVER.query("SELECT id FROM board.message WHERE body = 'root'");
    assertThat(Board.page(Map.of("parent", root)).jsonPath().getList("items.body"))
        .containsExactlyInAnyOrder("answers a later row", "answers an answer");
    assertThat(Board.read(root).<Integer>path("replyCount")).isEqualTo(2);

    assertThat(Board.page(Map.of("parent", "none")).jsonPath().getList("items.body"))
        .containsExactlyInAnyOrder(
            "root", "answers nothing that is there", "answers the next", "answers itself");

    rows("(5, 'Ann', 'answers later still', '', '2024-05-05 10:00:00', 3)");
    assertThat(adopt("--apply").adopted).isEqualTo(1);
    assertThat(Board.read(root).<Integer>path("replyCount")).isEqualTo(3);
  }

  @Test
  void aTrackersIncidentKeepsWhatItSays() throws SQLException {
    SERVER.execute(
        """
        CREATE TABLE elder.major_incidents (id INT PRIMARY KEY, service_name TEXT NOT NULL,
        summary TEXT NOT NULL, severity TEXT NOT NULL, status VARCHAR(20), timestamp DATETIME)
        """);
    SERVER.execute(
        """
        INSERT INTO elder.major_incidents VALUES
        (7, 'checkout', 'cards are declined', 'High', NULL, '2024-05-01 10:00:00')
        """);

    adopting.run(
        Asked.with(
            "--table=elder.major_incidents",
            "--author=service_name",
            "--body=summary,severity,status",
            "--time-zone=Europe/Berlin",
            "--apply"));

    Map<String, String> message = Board.page(Map.of()).path("items[0]");
    assertThat(message)
        .containsEntry("author", "checkout")
        .containsEntry("body", "cards are declined\nseverity: High")
        .containsEntry("createdAt", "2024-05-01T08:00:00Z");
  }

  private AdoptReport adopt(String... flags) throws SQLException {
    return Elder.adopt(adopting, flags);
  }
}
