package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A board whose {@code deletePolicy} is {@code admin}. */
@NeedsMySql
@QuarkusTest
@WithTestResource(
    value = BoardDatabase.class,
    initArgs = @ResourceArg(name = "messageboard.delete-policy", value = "admin"))
class DeletedByAdminMySqlTest {

  private Response posted;
  private String id;

  @BeforeEach
  void post() {
    Board.clear();
    posted = Board.post("Ann", "here to stay");
    id = posted.path("id");
  }

  @Test
  void theAuthorDoesNotDelete() {
    refused(Board.delete(id, posted.path("editToken")), 401, "token-required");
  }

  @Test
  void aStrangerDoesNotDelete() {
    refused(Board.request().delete("/api/v1/messages/" + id), 401, "token-required");
  }

  @Test
  void whoGuessesTheModeratorsTokenDoesNotDelete() {
    Response answer =
        Board.request().header("Authorization", "Bearer guess").delete("/api/v1/messages/" + id);

    refused(answer, 403, "wrong-token");
  }

  @Test
  void aModeratorDeletes() {
    assertThat(Board.admin().delete("/api/v1/messages/" + id).statusCode()).isEqualTo(204);

    assertThat(Board.read(id).statusCode()).isEqualTo(410);
  }

  private void refused(Response answer, int status, String slug) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.<String>path("type")).endsWith("/" + slug);
    assertThat(Board.read(id).<String>path("body")).isEqualTo("here to stay");
  }
}
