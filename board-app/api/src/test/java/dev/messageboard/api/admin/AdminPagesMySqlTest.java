package dev.messageboard.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A moderator goes through all there is, page by page, newest first. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class AdminPagesMySqlTest {

  private static final String SEVEN =
      "(VALUES ROW(1), ROW(2), ROW(3), ROW(4), ROW(5), ROW(6), ROW(7)) AS n (number)";

  @BeforeEach
  void clear() {
    Board.clearWithDeeds();
  }

  @ParameterizedTest
  @CsvSource({"pending, 1", "hidden, 2", "deleted, 3"})
  void thePagesOfAStateHoldEachMessageOnce(String name, int state) {
    messages(state);
    messages((state + 1) % 4);

    assertThat(walked("/messages?limit=3&state=" + name))
        .isEqualTo(ids("message WHERE state = " + state));
  }

  /** Of seven that were reported, one has been restored, and one deleted. */
  @Test
  void thePagesOfFlaggedMessagesPassOverThoseThatAreDealtWith() {
    messages(0);
    RealMySql.get()
        .execute(
            """
            INSERT INTO board.report (message_id, client_hash, reason, created_at)
            SELECT id, UNHEX(REPEAT('a1', 16)), 'rude', UTC_TIMESTAMP(6) FROM board.message\
            """);
    RealMySql.get().execute("UPDATE board.message SET report_count = 1");
    RealMySql.get().execute("UPDATE board.message SET state = 3 ORDER BY id LIMIT 1");
    RealMySql.get().execute("UPDATE board.message SET report_count = 0 ORDER BY id DESC LIMIT 1");

    List<String> flagged = walked("/messages?limit=2&state=flagged");

    assertThat(flagged).hasSize(5).isEqualTo(ids("message WHERE report_count > 0 AND state = 0"));
  }

  @Test
  void thePagesOfTheAuditHoldEachDeedOnce() {
    RealMySql.get()
        .execute(
            "INSERT INTO board.audit (action, target, created_at)"
                + " SELECT 'hide', n.number, UTC_TIMESTAMP(6) FROM "
                + SEVEN);

    assertThat(walked("/audit?limit=3")).isEqualTo(ids("audit"));
  }

  private static void messages(int state) {
    RealMySql.get()
        .execute(
            "INSERT INTO board.message (author, body, created_at, state, listed)"
                + " SELECT 'Ann', 'one of many', UTC_TIMESTAMP(6), "
                + state
                + ", "
                + (state == 0)
                + " FROM "
                + SEVEN);
  }

  /** From the first page to the last, by what each calls the next. */
  private static List<String> walked(String list) {
    List<String> ids = new ArrayList<>();
    String next = "";
    while (next != null) {
      var page = Board.admin().get("/api/v1/admin" + list + next).jsonPath();
      ids.addAll(page.getList("items.id", String.class));
      next = page.getString("next") == null ? null : "&before=" + page.getString("next");
    }
    return ids;
  }

  private static List<String> ids(String rows) {
    return List.of(
        RealMySql.get()
            .query("SELECT GROUP_CONCAT(id ORDER BY id DESC) FROM board." + rows)
            .split(","));
  }
}
