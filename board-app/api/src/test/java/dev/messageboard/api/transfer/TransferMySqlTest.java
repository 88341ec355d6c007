package dev.messageboard.api.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows a board from elsewhere, and what moves it. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class TransferMySqlTest {

  @BeforeEach
  void clear() {
    Board.clear();
  }

  @Test
  void anExportedBoardCanBeTakenInAgain() {
    String root = Board.posted("root 👋");
    Board.reply(root, "reply");
    String lines = export();
    Response before = Board.read(root);
    RealMySql.get().execute("DELETE FROM board.message");

    assertThat(load(lines, true).<Integer>path("created")).isEqualTo(2);
    assertThat(Board.read(root).statusCode()).isEqualTo(404);
    assertThat(load(lines, false).<Integer>path("created")).isEqualTo(2);
    assertThat(load(lines, false).<Integer>path("skipped")).isEqualTo(2);

    assertThat(Board.read(root).jsonPath().getMap("$")).isEqualTo(before.jsonPath().getMap("$"));
    assertThat(export()).isEqualTo(lines);
  }

  @Test
  void aLineThatIsNoMessageIsToldAndTheOthersAreTaken() {
    String good =
        "{\"id\":\"7\",\"author\":\"A\",\"body\":\"b\",\"createdAt\":\"2026-01-01T00:00:00Z\"}\n";

    Response report = load("{\n" + good + "{\"id\":\"8\"}\n", false);

    assertThat(report.<Integer>path("created")).isEqualTo(1);
    assertThat(report.jsonPath().getList("errors.line")).containsExactly(1, 3);
  }

  @Test
  void aLineThatTheTableCannotHoldIsToldAndTheOthersAreTaken() {
    String good = "{'id':'7','author':'A','body':'b','createdAt':'9999-12-31T23:59:59.9999999Z'";
    String late = good.replace("'7'", "'8'").replace("9999-12-31", "+10000-01-01");
    String early = good.replace("'7'", "'9'") + ",'editedAt':'0999-12-31T00:00:00Z'}\n";
    String uncounted = good.replace("'7'", "'10'") + ",'reactions':{'like':null}}\n";

    Response report =
        load((good + "}\n" + late + "}\n" + early + uncounted).replace('\'', '"'), false);

    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.<Integer>path("created")).isEqualTo(1);
    assertThat(report.jsonPath().getList("errors.line")).containsExactly(2, 3, 4);
  }

  @Test
  void anImportThatBreaksOffKeepsWholeBatchesAndIsAudited() {
    RealMySql.get()
        .execute(
            "CREATE TRIGGER board.broken BEFORE UPDATE ON board.message FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000'");
    try {
      String line = "{'id':'%d','author':'A','body':'b %<d','createdAt':'2026-01-01T00:00:00Z'";
      String lines =
          IntStream.rangeClosed(1, 64)
              .mapToObj(id -> line.formatted(id) + "}\n")
              .collect(Collectors.joining());
      String second = line.formatted(65) + ",'parentId':'1'}\n";

      assertThat(load((lines + second).replace('\'', '"'), false).statusCode()).isEqualTo(500);
    } finally {
      RealMySql.get().execute("DROP TRIGGER board.broken");
    }

    assertThat(RealMySql.get().query("SELECT COUNT(*) FROM board.message")).isEqualTo("64");
    assertThat(
            RealMySql.get()
                .query(
                    "SELECT detail FROM board.audit WHERE action = 'import' ORDER BY id DESC LIMIT 1"))
        .isEqualTo("64 created");
  }

  @Test
  void aLineThatIsLongerThanAnyMessageIsNotKeptInMemory() {
    String endless = "{\"id\":\"9\",\"body\":\"" + "x".repeat(200_000) + "\"}\n";

    Response report = load(endless + "{}\n", true);

    assertThat(report.<Integer>path("read")).isEqualTo(2);
    assertThat(report.<Integer>path("refused")).isEqualTo(2);
  }

  @Test
  void aThreadKeepsItsTombstoneWhenItMoves() {
    Response root = Board.post("Ann", "root");
    Board.reply(root.path("id"), "reply");
    Board.delete(root.path("id"), root.path("editToken"));
    List<Map<String, ?>> before = Board.page(Map.of()).jsonPath().getList("items");
    String lines = export();
    RealMySql.get().execute("DELETE FROM board.message");

    load(lines, false);

    assertThat(Board.page(Map.of("limit", 20)).jsonPath().getList("items")).isEqualTo(before);
  }

  @Test
  void theFeedHoldsTheNewestMessages() {
    Board.posted("<b>bold</b> & \"more\"");

    Response feed = Board.request().accept("application/atom+xml").get("/api/v1/feed.atom");

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.contentType()).startsWith("application/atom+xml");
    assertThat(feed.xmlPath().getString("feed.entry.content")).isEqualTo("<b>bold</b> & \"more\"");
    assertThat(feed.xmlPath().getString("feed.entry.author.name")).isEqualTo("Ann");
    assertThat(feed("If-None-Match", feed.header("ETag")).statusCode()).isEqualTo(304);
  }

  /**
   * Its addresses are those of whoever asked: a cache must not hand them to those who asked
   * elsewhere.
   */
  @Test
  void aFeedThatNamesTheAddressItWasAskedAtIsNoneForAnotherAddress() {
    Board.posted("with an address");

    Response feed = feed("X-Forwarded-Proto", "https");

    assertThat(feed.asString()).contains("https://localhost");
    assertThat(feed.header("Vary")).contains("Host").contains("X-Forwarded-Proto");
  }

  /** A time cannot tell that one of them was deleted; its reader would keep it. */
  @Test
  void onlyAnEntityTagProvesThatAFeedIsKnown() {
    Response deleted = Board.post("Ann", "to be deleted");
    Board.posted("newest");
    String time = feed("Accept", "application/atom+xml").header("Last-Modified");
    Board.delete(deleted.path("id"), deleted.path("editToken"));

    Response feed = feed("If-Modified-Since", time);

    assertThat(feed.header("Last-Modified")).isEqualTo(time);
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.asString()).doesNotContain("to be deleted");
  }

  private static Response feed(String header, String value) {
    return io.restassured.RestAssured.given().header(header, value).get("/api/v1/feed.atom");
  }

  private static String export() {
    Response answer = Board.admin().accept("application/x-ndjson").get("/api/v1/export.ndjson");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  private static Response load(String lines, boolean dryRun) {
    return Board.admin()
        .contentType("application/x-ndjson")
        .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/import?dryRun=" + dryRun);
  }
}
