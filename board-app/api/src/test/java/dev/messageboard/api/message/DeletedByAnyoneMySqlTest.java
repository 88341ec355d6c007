package dev.messageboard.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A board whose {@code deletePolicy} is {@code anyone}. */
@NeedsMySql
@QuarkusTest
@WithTestResource(
    value = BoardDatabase.class,
    initArgs = @ResourceArg(name = "messageboard.delete-policy", value = "anyone"))
class DeletedByAnyoneMySqlTest {

  private Response posted;
  private String id;

  @BeforeEach
  void post() {
    Board.clear();
    posted = Board.post("Ann", "up for grabs");
    id = posted.path("id");
  }

  @Test
  void theAuthorDeletes() {
    deletes(Board.request().header("Message-Token", posted.<String>path("editToken")));
  }

  @Test
  void aStrangerDeletes() {
    deletes(Board.from("192.0.2.1"));
  }

  @Test
  void aStrangerWithAnotherTokenDeletes() {
    deletes(Board.from("192.0.2.1").header("Message-Token", "of another message"));
  }

  @Test
  void aModeratorDeletes() {
    deletes(Board.admin());
  }

  /** Who says to be a moderator is one or is refused. */
  @Test
  void whoGuessesTheModeratorsTokenDoesNotDelete() {
    staysAfter(Board.request().header("Authorization", "Bearer guess"), 403);
  }

  @Test
  void whoSawAnotherVersionDoesNotDelete() {
    staysAfter(Board.request().header("If-Match", "\"0.0-0\""), 412);
  }

  private void deletes(RequestSpecification who) {
    assertThat(delete(who)).isEqualTo(204);
    assertThat(Board.read(id).statusCode()).isEqualTo(410);
  }

  private void staysAfter(RequestSpecification who, int status) {
    assertThat(delete(who)).isEqualTo(status);
    assertThat(Board.read(id).<String>path("body")).isEqualTo("up for grabs");
  }

  private int delete(RequestSpecification who) {
    return who.delete("/api/v1/messages/" + id).statusCode();
  }
}
