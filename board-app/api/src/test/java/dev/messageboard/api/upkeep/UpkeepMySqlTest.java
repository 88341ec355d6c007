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
    assertThat(server.query("SELECT position FROM board.housekeeping WHERE task = 'clients'"))
        .isEqualTo(old);
  }

  /** The block itself goes when it ends; that there was one stays. */
  @Test
  void afterSevenDaysTheAuditDoesNotSayWhoWasBlocked() throws SQLException {
    String client = "0123456789abcdef".repeat(2);
    Response block =
        Board.admin()
            .contentType("application/json")
            .body(Map.of("reason", "spam"))
            .put("/api/v1/admin/blocks/" + client);
    assertThat(block.statusCode()).isEqualTo(200);
    upkeep.run();
    assertThat(lastDeed()).isEqualTo("block " + client + " spam");

    server.execute("UPDATE board.audit SET created_at = created_at - INTERVAL 8 DAY");
    upkeep.run();

    assertThat(lastDeed()).isEqualTo("block forgotten spam");
    Board.admin().delete("/api/v1/admin/blocks/" + client);
  }

  private String lastDeed() {
    return server.query(
        "SELECT CONCAT_WS(' ', action, target, detail) FROM board.audit ORDER BY id DESC LIMIT 1");
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
