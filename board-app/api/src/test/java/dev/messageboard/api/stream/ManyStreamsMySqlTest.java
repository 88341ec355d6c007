package dev.messageboard.api.stream;

import static dev.messageboard.api.mysql.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.message.Board;
import dev.messageboard.api.mysql.BoardDatabase;
import dev.messageboard.api.mysql.NeedsMySql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As many streams as one process holds, each a connection of its own. */
@NeedsMySql
@QuarkusTest
@WithTestResource(BoardDatabase.class)
class ManyStreamsMySqlTest {

  private static final int MOST = 500;

  private final List<Socket> listeners = new ArrayList<>();

  @TestHTTPResource("/api/v1/stream")
  URI stream;

  @Inject MeterRegistry metrics;

  @BeforeEach
  void beginWithNobody() {
    Board.clear();
    await().until(() -> open() == 0);
    Board.posted("what all of them missed");
  }

  @AfterEach
  void goAway() throws IOException {
    for (Socket listener : listeners) {
      listener.close();
    }
    await().until(() -> open() == 0);
  }

  /** The last of them at once: the door may not count too late. */
  @Test
  void fiveHundredAreLetInAndNoMore() throws IOException {
    letIn(MOST - 4);

    List<String> answers = comeBack(12);

    assertThat(answers).filteredOn(answer -> answer.contains(" 200 ")).hasSize(4);
    assertThat(answers).filteredOn(answer -> answer.contains(" 503 ")).hasSize(8);
  }

  @Test
  void whoIsNotLetInIsToldSoUntilAnotherGoes() throws IOException {
    letIn(MOST);

    Response refused = given().get(stream);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.contentType()).isEqualTo("application/problem+json");
    assertThat(refused.<String>path("type"))
        .isEqualTo("https://messageboard.dev/problems/overloaded");
    assertThat(refused.header("Retry-After")).isEqualTo("30");

    listeners.remove(0).close();
    await().until(() -> open() < MOST);
    letIn(1);
  }

  /** Neither a listener nor an answer tells that they have gone: there was none yet. */
  @Test
  void whoHangsUpBeforeTheAnswerTakesNobodysPlace() throws IOException {
    for (int i = 0; i < MOST; i++) {
      Socket impatient = new Socket(stream.getHost(), stream.getPort());
      impatient.setSoLinger(true, 0);
      impatient.getOutputStream().write(request());
      impatient.close();
    }

    AtomicInteger letIn = new AtomicInteger();
    await()
        .until(
            () ->
                letIn.addAndGet((int) comeBack(4).stream().filter(a -> a.contains(" 200 ")).count())
                    == MOST);
  }

  /** A few at a time: each asks the database whether it is there. */
  private void letIn(int count) throws IOException {
    for (int left = count; left > 0; left -= 4) {
      assertThat(comeBack(Math.min(left, 4))).allMatch(answer -> answer.contains(" 200 "));
    }
  }

  private double open() {
    return metrics.get("messageboard.streams").gauge().value();
  }

  /** So many at once, each with something to catch up on. */
  private List<String> comeBack(int count) throws IOException {
    List<Socket> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket caller = new Socket(stream.getHost(), stream.getPort());
      caller.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
      caller.getOutputStream().write(request());
      callers.add(caller);
    }
    listeners.addAll(callers);
    List<String> answers = new ArrayList<>();
    for (Socket caller : callers) {
      answers.add(answer(caller));
    }
    return answers;
  }

  private byte[] request() {
    return "GET %s HTTP/1.1\r\nHost: board\r\nLast-Event-ID: %s\r\n\r\n"
        .formatted(
            stream.getPath(), new Position(Instant.now().minus(Duration.ofMinutes(1)), 1).text())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String answer(Socket listener) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = listener.getInputStream().read();
        c != '\r' && c != -1;
        c = listener.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
