package dev.messageboard.api.database;

import static dev.messageboard.api.mysql.Patience.await;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away under the running service and comes back. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class OutageMySqlTest {

  private static final String MESSAGES = "/api/v1/messages";

  /**
   * Twice the socket timeout (see application.properties) is 6 s; the rest is for a busy machine.
   */
  private static final Duration WITHIN_THE_TIMEOUTS = Duration.ofSeconds(15);

  /** As application.properties sets them for tests. */
  private static final int WORKERS = 20;

  private final RealMySql server = RealMySql.running();

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @TestHTTPResource(value = "/health/live", management = true)
  URL live;

  /** The table may be there from another test class before this service has seen to its schema. */
  @BeforeEach
  void serving() {
    await().until(() -> given().get(ready).statusCode() == 200);
    await().until(() -> given().get(MESSAGES).statusCode() == 200);
  }

  @AfterEach
  void bringBack() {
    server.start();
    await().until(() -> given().get(MESSAGES).statusCode() == 200);
  }

  @Test
  void aKilledServerIsAnsweredWith503AndServiceResumesWithoutARestart() {
    server.kill();

    expectUnavailable(given().get(MESSAGES));
    expectUnavailable(given().delete(MESSAGES + "/1"));
    expectUnavailable(post());
    assertThat(given().get(ready).statusCode()).isEqualTo(200);

    server.start();
    await().until(() -> post().statusCode() == 201);
  }

  @Test
  void noRequestGetsADeadConnectionOfAServerThatWasRestarted() {
    ExecutorService clients = Executors.newCachedThreadPool();
    Stream.generate(() -> supplyAsync(() -> given().get(MESSAGES), clients))
        .limit(WORKERS)
        .toList()
        .forEach(CompletableFuture::join);
    clients.shutdown();
    server.kill();
    server.start();

    assertThat(Stream.generate(() -> post().statusCode()).limit(WORKERS)).containsOnly(201);
  }

  @Test
  void aFrozenServerIsAnsweredWith503WithinTheTimeouts() {
    server.freeze();
    try {
      Response answer = given().get(MESSAGES);
      expectUnavailable(answer);
      assertThat(Duration.ofMillis(answer.time())).isLessThan(WITHIN_THE_TIMEOUTS);
    } finally {
      server.thaw();
    }
    await().until(() -> post().statusCode() == 201);
  }

  /** Were the probes to need a worker, they would come last in the queue. */
  @Test
  void theProbesAnswerWhileEveryWorkerWaitsForAFrozenServer() {
    ExecutorService clients = Executors.newCachedThreadPool();
    server.freeze();
    try {
      List<CompletableFuture<Response>> stuck =
          Stream.generate(() -> supplyAsync(() -> given().get(MESSAGES + "?parent=1"), clients))
              .limit(3 * WORKERS)
              .toList();
      await().until(() -> workersInUse() == WORKERS);

      assertThat(given().get(ready).statusCode()).isEqualTo(200);
      assertThat(given().get(live).statusCode()).isEqualTo(200);

      assertThat(stuck.stream().filter(CompletableFuture::isDone).count()).isLessThan(2 * WORKERS);
      stuck.forEach(answer -> expectUnavailable(answer.join()));
    } finally {
      server.thaw();
      clients.shutdown();
    }
  }

  /** What the writer of a fail-over pair turns into. */
  @Test
  void aServerThatBecameReadOnlyIsAnsweredWith503UntilItCanBeWritten() {
    server.execute("SET GLOBAL super_read_only = ON");
    try {
      expectUnavailable(post());
      assertThat(given().get(MESSAGES).statusCode()).isEqualTo(200);
    } finally {
      server.execute("SET GLOBAL super_read_only = OFF");
      server.execute("SET GLOBAL read_only = OFF");
    }
    await().until(() -> post().statusCode() == 201);
  }

  private static long workersInUse() {
    return Thread.getAllStackTraces().values().stream()
        .filter(stack -> Stream.of(stack).anyMatch(OutageMySqlTest::isOfTheService))
        .count();
  }

  private static boolean isOfTheService(StackTraceElement frame) {
    return frame.getClassName().endsWith(".MessageQueries");
  }

  private static Response post() {
    return given()
        .contentType("application/json")
        .body(Map.of("author", "Ann", "body", "still there? " + UUID.randomUUID()))
        .post(MESSAGES);
  }

  private static void expectUnavailable(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.<String>path("type"))
        .isEqualTo("https://messageboard.dev/problems/database-unavailable");
    assertThat(answer.asString()).doesNotContainIgnoringCase("sql");
  }
}
