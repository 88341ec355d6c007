package dev.messageboard.api.health;

import static dev.messageboard.api.mysql.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More requests at once than can be served in good time, because the database hangs. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class OverloadMySqlTest {

  /** Half as many again as are let in. */
  private static final int REQUESTS = 600;

  private final RealMySql server = RealMySql.running();

  @TestHTTPResource("/api/v1/messages?parent=none")
  URI messages;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @Test
  void whoComesLastIsTurnedAwayAtOnce() {
    Board.clear();
    await().until(() -> given().get(ready).statusCode() == 200);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    server.freeze();
    try {
      List<CompletableFuture<HttpResponse<String>>> asked =
          Stream.generate(() -> ask(client)).limit(REQUESTS).toList();

      await().until(() -> asked.stream().anyMatch(OverloadMySqlTest::isTurnedAway));
    } finally {
      server.thaw();
    }
    await().until(() -> given().get(messages).statusCode() == 200);
    assertThat(given().get(ready).statusCode()).isEqualTo(200);
  }

  private static boolean isTurnedAway(CompletableFuture<HttpResponse<String>> asked) {
    return asked.isDone()
        && asked.join().statusCode() == 503
        && asked.join().body().contains("/problems/overloaded")
        && asked.join().headers().firstValue("Retry-After").equals(Optional.of("1"));
  }

  private CompletableFuture<HttpResponse<String>> ask(HttpClient client) {
    return client.sendAsync(HttpRequest.newBuilder(messages).build(), BodyHandlers.ofString());
  }
}
