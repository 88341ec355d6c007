package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message board on EKS, a Flask service with a table on RDS, moves to a board that runs. */
@NeedsMySql
class AdoptIT {

  private static final String OLD = "flask_board";

  @TempDir Path directory;

  @Test
  void theOldMessagesAreReadThroughTheNewBoard() throws IOException {
    RealMySql server = RealMySql.running();
    make(server);
    try (Replicas board = new Replicas("adopting", Map.of())) {
      Pod pod = board.start();
      await().until(() -> pod.managed("/q/health/started").statusCode() == 200);
      String[] flags = flags(server);

      Pod dry = board.command(flags);
      assertThat(dry.exitCode()).as(dry.log()).isEqualTo(3);
      assertThat(dry.log())
          .contains("Row 4 is refused: body: At most 4000 characters are allowed.")
          .contains("4 rows found, 3 would be adopted, 0 were there already, 1 refused");
      assertThat(messages(pod)).isEmpty();

      Pod first = board.command(plus(flags, "--apply", "--allow-refused"));
      assertThat(first.exitCode()).as(first.log()).isZero();
      List<JsonNode> shown = await().until(() -> messages(pod), page -> !page.isEmpty());
      assertThat(shown)
          .extracting(item -> item.get("body").asText(), item -> item.get("createdAt").asText())
          .containsExactly(
              tuple("third", "2024-03-03T09:00:00Z"),
              tuple("second 👩‍👩‍👧", "2024-03-02T09:00:00Z"),
              tuple("first", "2024-03-01T09:00:00Z"));

      Pod second = board.command(plus(flags, "--apply", "--allow-refused"));
      assertThat(second.exitCode()).as(second.log()).isZero();
      assertThat(second.log()).contains("4 rows found, 0 adopted, 3 were there already, 1 refused");
      assertThat(messages(pod)).hasSize(3);
    }
    server.execute("DROP DATABASE " + OLD);
  }

  @Test
  void aTableThatFitsIsTakenOverInPlace() throws IOException {
    Map<String, String> asked = Map.of("QUARKUS_FLYWAY_BASELINE_ON_MIGRATE", "true");
    try (Replicas board = new Replicas("fitting", asked)) {
      RealMySql.get()
          .execute(
              """
              CREATE TABLE fitting.message (id BIGINT AUTO_INCREMENT PRIMARY KEY,
              author VARCHAR(64) NOT NULL, body VARCHAR(4000) NOT NULL,
              created_at DATETIME(6) NOT NULL) CHARACTER SET utf8mb4
              """);
      RealMySql.get()
          .execute("INSERT INTO fitting.message VALUES (5, 'Ann', 'hello', '2024-05-01 10:00:00')");

      Pod pod = board.start();
      await().until(() -> pod.managed("/q/health/started").statusCode() == 200);

      assertThat(messages(pod))
          .extracting(item -> item.get("body").asText(), item -> item.get("createdAt").asText())
          .containsExactly(tuple("hello", "2024-05-01T10:00:00Z"));
    }
  }

  private static void make(RealMySql server) {
    server.execute("DROP DATABASE IF EXISTS " + OLD);
    server.execute("CREATE DATABASE " + OLD);
    server.execute(
        """
        CREATE TABLE flask_board.messages (id INT AUTO_INCREMENT PRIMARY KEY,
        author VARCHAR(255), content TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)
        """);
    server.execute(
        """
        INSERT INTO flask_board.messages (author, content, created_at) VALUES
        ('Ann', 'first', CONVERT_TZ('2024-03-01 09:00:00', '+00:00', @@time_zone)),
        ('Bob', 'second 👩‍👩‍👧', CONVERT_TZ('2024-03-02 09:00:00', '+00:00', @@time_zone)),
        (NULL, 'third', CONVERT_TZ('2024-03-03 09:00:00', '+00:00', @@time_zone)),
        ('Eve', REPEAT('x', 5000), CONVERT_TZ('2024-03-04 09:00:00', '+00:00', @@time_zone))
        """);
    server.execute("CREATE USER IF NOT EXISTS mover@'%' IDENTIFIED BY 'only reads' REQUIRE SSL");
    server.execute("GRANT SELECT ON flask_board.* TO mover@'%'");
  }

  private String[] flags(RealMySql server) throws IOException {
    Path password = Files.writeString(directory.resolve("password"), "only reads\n");
    return new String[] {
      "adopt",
      "--table=messages",
      "--url=" + server.url(OLD),
      "--username=mover",
      "--password-file=" + password
    };
  }

  private static String[] plus(String[] flags, String... more) {
    return Stream.of(flags, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  /** First pages may be a second old. */
  private static List<JsonNode> messages(Pod pod) throws IOException {
    String page = new Caller().get(pod, "/messages?limit=50").body();
    return StreamSupport.stream(new ObjectMapper().readTree(page).get("items").spliterator(), false)
        .toList();
  }
}
