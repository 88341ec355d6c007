package dev.messageboard.api.upkeep;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.board.Settings;
import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import dev.messageboard.api.pod.Ear;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Uses every operation once and explains every statement that the service sent meanwhile, taken
 * from the server's general log.
 */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class EveryPlanMySqlTest {

  private static final String API = "/api/v1";

  /** At most 500 words, read as a whole every two seconds. */
  private static final String WORDS = "held_word";

  private final RealMySql server = RealMySql.running();

  @TestHTTPResource(API + "/stream")
  URI stream;

  @Inject AgroalDataSource database;
  @Inject ForgettingClients forgetting;

  @BeforeEach
  void fillAndListen() throws SQLException {
    Board.clear();
    Crowd.fill(server);
    server.execute("SET GLOBAL log_output = 'TABLE'");
    server.execute("TRUNCATE mysql.general_log");
    server.execute("SET GLOBAL general_log = ON");
  }

  @AfterEach
  void stopListening() {
    server.execute("SET GLOBAL general_log = OFF");
    Board.clear();
    Crowd.leave(server);
  }

  @Test
  void noStatementScansATableOrSortsAFile() throws Exception {
    try (Ear ear = new Ear(stream, null)) {
      await().until(() -> ear.heard("event:ready"));
      useEverything();
      await().until(() -> ear.heard("event:updated"));
    }
    tidyUp();
    server.execute("SET GLOBAL general_log = OFF");

    Set<String> statements = statements();
    assertThat(statements).hasSizeGreaterThan(30);
    List<String> wrong = new ArrayList<>();
    try (Connection connection = server.connect(BoardDatabase.NAME)) {
      for (String statement : statements) {
        plan(statement, connection).forEach(line -> wrong.add(line + "\n  " + statement));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void useEverything() {
    Response posted = Board.post("Ann", "root");
    String id = posted.path("id");
    Board.reply(id, "reply");
    Board.edit(posted, "edited");
    for (Map<String, String> page :
        List.of(Map.of("parent", "none"), Map.of("parent", id), Map.<String, String>of())) {
      Response first = Board.page(page);
      assertThat(
              Board.request()
                  .queryParams(page)
                  .queryParam("after", first.<String>path("prev"))
                  .get(API + "/messages")
                  .statusCode())
          .isEqualTo(200);
    }
    Board.from("192.0.2.1").put(API + "/messages/" + id + "/reactions/like");
    Board.from("192.0.2.1").delete(API + "/messages/" + id + "/reactions/like");
    Board.from("192.0.2.1")
        .body(Map.of("reason", "spam"))
        .post(API + "/messages/" + id + "/reports");
    Board.request().accept("*/*").get(API + "/feed.atom");
    for (String state : List.of("pending", "hidden", "deleted", "flagged")) {
      Board.admin().queryParam("state", state).get(API + "/admin/messages");
    }
    for (String deed : List.of("hide", "restore", "pin")) {
      Board.admin().post(API + "/admin/messages/" + id + "/" + deed);
    }
    String client = "0af7651916cd43dd8448eb211c80319c";
    Board.admin()
        .contentType("application/json")
        .body(Map.of("reason", "x"))
        .put(API + "/admin/blocks/" + client);
    Board.admin().get(API + "/admin/blocks");
    Board.admin().delete(API + "/admin/blocks/" + client);
    Board.admin().get(API + "/admin/audit");
    Board.admin().accept("*/*").get(API + "/export.ndjson");
    Board.delete(id, posted.path("editToken"));
  }

  private void tidyUp() throws SQLException {
    BoardSettings settings = Settings.with(Map.of("retention-days", "100"));
    new Chores(database, settings, forgetting).run();
  }

  private Set<String> statements() throws SQLException {
    Set<String> statements = new TreeSet<>();
    try (Connection connection = server.connect("mysql");
        var query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                """
                SELECT CONVERT(argument USING utf8mb4) FROM general_log
                WHERE command_type IN ('Query', 'Execute') AND user_host LIKE 'messageboard%'
                AND LOWER(argument) REGEXP '^[[:space:]]*(select|insert|update|delete)'
                """)) {
      while (rows.next()) {
        String statement = rows.getString(1);
        if (statement.contains("message")
            || statement.contains(" from ")
            || statement.contains(" FROM ")) {
          statements.add(statement);
        }
      }
    }
    return statements;
  }

  private static List<String> plan(String statement, Connection connection) throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (var explain = connection.createStatement()) {
      explain.execute("SET explain_format = TRADITIONAL");
      ResultSet plan = explain.executeQuery("EXPLAIN " + statement);
      while (plan.next()) {
        String extra = String.valueOf(plan.getString("Extra"));
        boolean scan =
            "ALL".equals(plan.getString("type"))
                && !WORDS.equals(plan.getString("table"))
                && !String.valueOf(plan.getString("table")).startsWith("<derived")
                && !statement.toLowerCase(java.util.Locale.ROOT).startsWith("insert");
        if (scan || extra.contains("filesort")) {
          wrong.add(plan.getString("table") + " " + plan.getString("type") + " " + extra);
        }
      }
    }
    return wrong;
  }
}
