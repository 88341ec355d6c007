package dev.messageboard.api.upkeep;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class UpkeepMySqlTest {

  private final RealMySql server = RealMySql.running();

  @Inject Upkeep upkeep;

  @BeforeEach
  void clear() {
    Board.clear();
    server.execute("DELETE FROM board.housekeeping");
  }

  @Test
  void afterSevenDaysNobodyKnowsWhoPosted() throws SQLException {
    String old = Board.posted("old");
    age(old, 8);
    String young = Board.posted("young");

    assertThat(upkeep.run()).isTrue();

    assertThat(clientOf(old)).isNull();
    assertThat(clientOf(young)).isNotNull();
    assertThat(server.query("SELECT position FROM board.housekeeping")).isEqualTo(old);
  }

  @Test
  void aTombstoneIsBuriedAfterThirtyDays() throws SQLException {
    Response posted = Board.post("Ann", "gone");
    String id = posted.path("id");
    Board.delete(id, posted.path("editToken"));
    upkeep.run();
    assertThat(Board.read(id).statusCode()).isEqualTo(410);

    server.execute("UPDATE board.message SET deleted_at = deleted_at - INTERVAL 31 DAY");
    upkeep.run();

    assertThat(Board.read(id).statusCode()).isEqualTo(404);
  }

  @Test
  void oneReplicaAtATimeTidiesUp() throws SQLException {
    try (Connection other = server.connect(BoardDatabase.NAME);
        var lock = other.createStatement()) {
      lock.execute("SELECT GET_LOCK('messageboard-board', 0)");
      assertThat(upkeep.run()).isFalse();
    }
    await().until(upkeep::run);
  }

  @Test
  void messagesStayForEverUnlessToldOtherwise() throws SQLException {
    String old = Board.posted("old");
    age(old, 5000);

    upkeep.run();

    assertThat(Board.page(Map.of()).jsonPath().getList("items.id")).contains(old);
  }

  private void age(String id, int days) {
    server.execute(
        "UPDATE board.message SET created_at = created_at - INTERVAL "
            + days
            + " DAY WHERE id = "
            + id);
  }

  private String clientOf(String id) {
    return server.query("SELECT HEX(client_hash) FROM board.message WHERE id = " + id);
  }
}
