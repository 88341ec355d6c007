package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class DeletingMySqlTest {

  @BeforeEach
  void clear() {
    Board.clear();
  }

  @Test
  void aDeletedMessageIsGone() {
    Response posted = Board.post("Ann", "bye");
    String id = posted.path("id");

    assertThat(Board.delete(id, posted.path("editToken")).statusCode()).isEqualTo(204);

    assertThat(Board.read(id).statusCode()).isEqualTo(410);
    assertThat(Board.page(Map.of("limit", 100)).jsonPath().getList("items.id")).doesNotContain(id);
    assertThat(
            RealMySql.get()
                .query("SELECT CONCAT(author, body) FROM board.message WHERE id = " + id))
        .isEmpty();
  }

  @Test
  void onlyTheTokenOfTheMessageDeletesIt() {
    Response posted = Board.post("Ann", "mine");
    Response other = Board.post("Bob", "his");
    String id = posted.path("id");

    assertThat(Board.request().delete("/api/v1/messages/" + id).statusCode()).isEqualTo(401);
    assertThat(Board.delete(id, other.path("editToken")).statusCode()).isEqualTo(403);
    assertThat(Board.admin().delete("/api/v1/messages/" + id).statusCode()).isEqualTo(204);
  }

  @Test
  void deletingAtTheSameTimeIsDeletingOnce() {
    Response posted = Board.post("Ann", "bye bye");
    String token = posted.path("editToken");
    String id = posted.path("id");

    List<Integer> answers =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> Board.delete(id, token).statusCode())
            .toList();

    assertThat(answers).containsOnly(204);
  }

  @Test
  void aDeletedThreadKeepsItsPlaceUntilItsLastReplyGoes() {
    Response root = Board.post("Ann", "root");
    Response reply = Board.reply(root.path("id"), "reply");
    Board.delete(root.path("id"), root.path("editToken"));

    Response page = Board.page(Map.of("parent", "none"));
    assertThat(page.<Boolean>path("items.find { it.id == '" + root.path("id") + "' }.deleted"))
        .isTrue();
    Board.delete(reply.path("id"), reply.path("editToken"));

    assertThat(Board.page(Map.of("parent", "none")).jsonPath().getList("items.id"))
        .doesNotContain(root.<String>path("id"));
  }

  @Test
  void aDeleteBasedOnAnOldVersionIsRefused() {
    Response posted = Board.post("Ann", "first");
    Board.edit(posted, "second");

    Response answer =
        Board.request()
            .header("Message-Token", posted.<String>path("editToken"))
            .header("If-Match", posted.header("ETag"))
            .delete("/api/v1/messages/" + posted.path("id"));

    assertThat(answer.statusCode()).isEqualTo(412);
  }
}
