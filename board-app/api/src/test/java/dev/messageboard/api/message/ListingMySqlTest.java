package dev.messageboard.api.message;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class ListingMySqlTest {

  @BeforeEach
  void clear() {
    Board.clear();
  }

  @Test
  void anEmptyBoardIsAnEmptyPage() {
    Response page = Board.page(Map.of());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.jsonPath().getList("items")).isEmpty();
    assertThat(page.<String>path("next")).isNull();
    assertThat(page.<String>path("prev")).isNotBlank();
  }

  @Test
  void postsAreListedNewestFirst() {
    post(3);

    assertThat(bodies(Board.page(Map.of()))).containsExactly("3", "2", "1");
  }

  @Test
  void aPageHoldsTwentyUnlessToldOtherwise() {
    post(25);

    assertThat(bodies(Board.page(Map.of()))).hasSize(20);
    assertThat(bodies(Board.page(Map.of("limit", 100)))).hasSize(25);
    assertThat(bodies(Board.page(Map.of("limit", 1)))).containsExactly("25");
  }

  @Test
  void aPageThatEndsWithTheOldestMessageHasNoNext() {
    post(4);

    Response first = Board.page(Map.of("limit", 2));
    Response last = Board.page(Map.of("limit", "2", "before", first.path("next")));

    assertThat(bodies(last)).containsExactly("2", "1");
    assertThat((String) last.path("next")).isNull();
  }

  @Test
  void pagingWalksAllMessagesExactlyOnceWhileNewOnesArrive() {
    post(23);

    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      Response page =
          Board.page(next == null ? Map.of("limit", 5) : Map.of("limit", 5, "before", next));
      seen.addAll(bodies(page));
      next = page.path("next");
      Board.posted("new " + seen.size());
    } while (next != null);

    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 23).mapToObj(i -> String.valueOf(24 - i)).toList());
  }

  @Test
  void pagingGoesOnThoughTheLastMessageSeenWasDeleted() {
    post(4);
    Response first = Board.page(Map.of("limit", 2));

    Board.admin().delete("/api/v1/messages/" + first.path("items[1].id"));

    assertThat(bodies(Board.page(Map.of("before", first.path("next"))))).containsExactly("2", "1");
  }

  @Test
  void prevLeadsToWhatCameAfter() {
    post(3);
    String prev = Board.page(Map.of("limit", 2)).path("prev");
    assertThat(bodies(Board.page(Map.of("after", prev)))).isEmpty();

    Board.posted("4");
    Response newer = Board.page(Map.of("after", prev));

    assertThat(bodies(newer)).containsExactly("4");
    assertThat(bodies(Board.page(Map.of("before", newer.path("next"))))).contains("3");
  }

  @Test
  void anEmptyBoardCanBePolledToo() {
    String prev = Board.page(Map.of()).path("prev");

    Board.posted("first");

    assertThat(bodies(Board.page(Map.of("after", prev)))).containsExactly("first");
  }

  @Test
  void aPageThatIsKnownIsNotSentAgain() {
    post(2);
    Response page = Board.page(Map.of());
    assertThat(page.header("Cache-Control")).contains("s-maxage=1");
    assertThat(page.header("Link")).contains("rel=\"prev\"");

    assertThat(status(page.header("ETag"))).isEqualTo(304);
    Board.posted("3");
    assertThat(status(page.header("ETag"))).isEqualTo(200);
  }

  @Test
  void manyViewersShareAPageThatIsAtMostASecondOld() {
    post(1);
    for (int i = 0; i < 30; i++) {
      Board.page(Map.of("limit", 7));
    }
    Board.posted("2");

    await().until(() -> bodies(Board.page(Map.of("limit", 7))).contains("2"));
  }

  private static int status(String tag) {
    return Board.request().header("If-None-Match", tag).get("/api/v1/messages").statusCode();
  }

  private static void post(int count) {
    IntStream.rangeClosed(1, count).forEach(i -> Board.posted(String.valueOf(i)));
  }

  private static List<String> bodies(Response page) {
    return page.jsonPath().getList("items.body");
  }
}
