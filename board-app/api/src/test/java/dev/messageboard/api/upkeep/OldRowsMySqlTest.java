package dev.messageboard.api.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tells clients apart goes when its time is over, all of it, and nothing else does. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class OldRowsMySqlTest {

  /** Of clients 1 to 501, one more than goes in a transaction. */
  private static final String OLD =
      " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 501) SELECT ";

  /** Of clients 502 to 504. */
  private static final String YOUNG =
      " WITH RECURSIVE n (i) AS (SELECT 502 UNION ALL SELECT i + 1 FROM n WHERE i < 504) SELECT ";

  private static final String CLIENT = "UNHEX(LPAD(i, 32, '0')), ";
  private static final String OVER = "UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE";
  private static final String TO_COME = "UTC_TIMESTAMP(6) + INTERVAL 1 HOUR";
  private static final String SEVEN_DAYS_AGO = " - INTERVAL 7 DAY FROM n";

  private static final String SEVEN_DAYS_AGO_WITH_CLIENT =
      " - INTERVAL 7 DAY, UNHEX(LPAD(i, 32, '0')) FROM n";

  private static final String MESSAGE = "message (id, author, body, created_at, client_hash)";

  private final RealMySql server = RealMySql.running();

  @Inject Upkeep upkeep;

  @BeforeEach
  @AfterEach
  void clear() {
    Board.clear();
    Crowd.leave(server);
    server.execute("DELETE FROM board.housekeeping WHERE task = 'clients'");
  }

  @Test
  void reactionsAreForgottenAfterSevenDays() throws SQLException {
    insertOldAndYoung("reaction (client_hash, message_id, name, created_at)", "i, 0, ");

    upkeep.run();

    assertThat(clientsIn("reaction")).isEqualTo("502 503 504");
  }

  @Test
  void reportsAreForgottenAfterSevenDays() throws SQLException {
    insertOldAndYoung("report (client_hash, message_id, reason, created_at)", "i, 'spam', ");

    upkeep.run();

    assertThat(clientsIn("report")).isEqualTo("502 503 504");
  }

  @Test
  void whatClientsUsedOfTheirLimitsIsForgottenAfterSevenDays() throws SQLException {
    insertOldAndYoung(
        "flood_window (client_hash, action, minute_start, in_minute, in_hour, hour_start)",
        "0, NOW(6), 1, 1, ");

    upkeep.run();

    assertThat(clientsIn("flood_window")).isEqualTo("502 503 504");
  }

  @Test
  void blocksGoWhenTheyEnd() throws SQLException {
    String block = "client_block (client_hash, created_at, expires_at)";
    insert(block + OLD + CLIENT + "NOW(6), " + OVER + " FROM n", 501);
    insert(block + YOUNG + CLIENT + "NOW(6) - INTERVAL 30 DAY, " + TO_COME + " FROM n", 3);

    upkeep.run();

    assertThat(clientsIn("client_block")).isEqualTo("502 503 504");
  }

  /** Imported messages have no client, and any date: they come after what is younger. */
  @Test
  void whoPostedLatelyIsKnownHoweverOldTheMessagesAreThatWereImportedSince() throws SQLException {
    insert(MESSAGE + YOUNG + "i, 'A', 'b', " + TO_COME + SEVEN_DAYS_AGO_WITH_CLIENT, 3);
    insert(MESSAGE + OLD + "1000 + i, 'A', 'b', " + OVER + " - INTERVAL 7 DAY, NULL FROM n", 501);

    upkeep.run();

    assertThat(clientsIn("message")).isEqualTo("502 503 504");
  }

  @Test
  void whoPostedLongAgoIsForgottenThoughImportedMessagesBearTimesToCome() throws SQLException {
    insert(MESSAGE + OLD + "i, 'A', 'b', " + TO_COME + ", NULL FROM n", 501);
    insert(MESSAGE + YOUNG + "1000 + i, 'A', 'b', " + OVER + SEVEN_DAYS_AGO_WITH_CLIENT, 3);

    upkeep.run();

    assertThat(clientsIn("message")).isNull();
  }

  /** Both on either side of seven days ago, which is their last column. */
  private void insertOldAndYoung(String rows, String values) throws SQLException {
    insert(rows + OLD + CLIENT + values + OVER + SEVEN_DAYS_AGO, 501);
    insert(rows + YOUNG + CLIENT + values + TO_COME + SEVEN_DAYS_AGO, 3);
  }

  private void insert(String rows, int count) throws SQLException {
    try (var connection = server.connect(BoardDatabase.NAME);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO " + rows)).isEqualTo(count);
    }
  }

  private String clientsIn(String table) {
    return server.query(
        "SELECT GROUP_CONCAT(TRIM(LEADING '0' FROM HEX(client_hash)) ORDER BY client_hash"
            + " SEPARATOR ' ') FROM board."
            + table);
  }
}
