package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.board.BoardKeys;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Explains the very statements that the service sent, taken from the server's general log. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class ListPlanMySqlTest {

  private static final int ROWS = 5000;

  private final RealMySql server = RealMySql.running();

  @Inject BoardKeys keys;

  @BeforeEach
  void fillAndListen() {
    Board.clear();
    server.execute("SET GLOBAL log_output = 'TABLE'");
    server.execute(
        """
        INSERT INTO board.message (author, body, created_at)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
        SELECT 'Ann', REPEAT('x', 200), NOW(6) FROM n CROSS JOIN (SELECT i FROM n LIMIT 5) AS five
        """);
    server.execute("ANALYZE TABLE board.message");
  }

  @AfterEach
  void stopListening() {
    server.execute("SET GLOBAL general_log = OFF");
    Board.clear();
  }

  @Test
  void theFirstPageReadsTheNewestRowsOfThePrimaryKeyAndNoMore() throws SQLException {
    Plan plan = planOf(Map.of());

    assertThat(plan.key()).isEqualTo("PRIMARY");
    assertThat(rowsRead(statementOf(Map.of()))).isLessThanOrEqualTo(21);
    assertThat(plan.extra()).doesNotContain("filesort").doesNotContain("temporary");
  }

  @Test
  void aDeepPageIsARangeOfThePrimaryKey() throws SQLException {
    long middle = Long.parseLong(server.query("SELECT AVG(id) DIV 1 FROM board.message"));

    Plan plan = planOf(Map.of("before", new Cursor(middle).encoded(keys.cursor())));

    assertThat(plan.type()).isEqualTo("range");
    assertThat(plan.key()).isEqualTo("PRIMARY");
    assertThat(plan.extra()).doesNotContain("filesort").doesNotContain("temporary");
  }

  @Test
  void aPageOfAnyDepthTouchesOnlyItsOwnRows() throws SQLException {
    long oldest = Long.parseLong(server.query("SELECT MIN(id) FROM board.message"));

    for (long before : new long[] {oldest + ROWS, oldest + ROWS / 2, oldest + 50}) {
      String statement = statementOf(Map.of("before", new Cursor(before).encoded(keys.cursor())));
      assertThat(rowsRead(statement)).isLessThanOrEqualTo(21);
    }
  }

  @Test
  void everyOtherListWalksAnIndexToo() throws SQLException {
    long middle = Long.parseLong(server.query("SELECT AVG(id) DIV 1 FROM board.message"));
    String cursor = new Cursor(middle).encoded(keys.cursor());

    for (Map<String, ?> page :
        List.of(
            Map.of("after", cursor),
            Map.of("parent", "none"),
            Map.of("parent", "none", "before", cursor),
            Map.of("parent", "none", "after", cursor),
            Map.of("parent", String.valueOf(middle)),
            Map.of("parent", String.valueOf(middle), "before", cursor))) {
      assertThat(planOf(page).extra()).as(page.toString()).doesNotContain("filesort");
      assertThat(rowsRead(statementOf(page))).as(page.toString()).isLessThanOrEqualTo(22);
    }
  }

  private Plan planOf(Map<String, ?> page) throws SQLException {
    try (Connection connection = server.connect(BoardDatabase.NAME);
        var explain = connection.createStatement()) {
      explain.execute("SET explain_format = TRADITIONAL");
      ResultSet plan = explain.executeQuery("EXPLAIN " + statementOf(page));
      plan.next();
      return new Plan(
          plan.getString("type"),
          plan.getString("key"),
          plan.getLong("rows"),
          String.valueOf(plan.getString("Extra")));
    }
  }

  private long rowsRead(String statement) throws SQLException {
    try (Connection connection = server.connect(BoardDatabase.NAME);
        var session = connection.createStatement()) {
      session.execute("FLUSH STATUS");
      session.executeQuery(statement).close();
      long rows = 0;
      ResultSet counters = session.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'");
      while (counters.next()) {
        rows += counters.getLong(2);
      }
      return rows;
    }
  }

  private String statementOf(Map<String, ?> page) {
    server.execute("TRUNCATE mysql.general_log");
    server.execute("SET GLOBAL general_log = ON");
    assertThat(Board.page(page).statusCode()).isEqualTo(200);
    server.execute("SET GLOBAL general_log = OFF");
    String found =
        server.query(
            """
            SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log
            WHERE command_type IN ('Query', 'Execute') AND argument LIKE 'SELECT %FROM message %' AND argument LIKE '% LIMIT %'
            """);
    assertThat(found).as("the statement of the list").isNotNull();
    return found;
  }

  private record Plan(String type, String key, long rows, String extra) {}
}
