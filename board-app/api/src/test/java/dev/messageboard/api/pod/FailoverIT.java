package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.mysql.Binding;
import dev.messageboard.api.mysql.NeedsMySql;
import dev.messageboard.api.mysql.RealMySql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The database's name moves to the server that was promoted, as that of RDS does. What a pod reads
 * in place of DNS is a file; how long it remembers an answer is its own affair.
 */
@Isolated
@NeedsMySql
class FailoverIT {

  private static final String DATABASE = "failover";
  private static final String NAME = "writer.db.example";
  private static final Duration TARGET = Duration.ofSeconds(5);

  /** A machine with much to do may need so many times the target. */
  private static final int PATIENCE = 5;

  private static RealMySql writer;
  private static RealMySql standby;

  @TempDir static Path directory;

  private final Caller caller = new Caller();
  private Replicas board;
  private Pod pod;

  @BeforeAll
  static void migrateBoth() {
    writer = RealMySql.running();
    standby = RealMySql.standby();
    standby.createDatabase(DATABASE);
    point(standby);
    try (Replicas promoted = replicas()) {
      promoted.start();
    }
  }

  @AfterAll
  static void stopTheOther() {
    standby.kill();
  }

  @BeforeEach
  void serveFromTheWriter() {
    point(writer);
    board = replicas();
    pod = board.start();
    assertThat(post()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    board.close();
    writer.start();
    writer.execute("SET GLOBAL super_read_only = OFF");
    writer.execute("SET GLOBAL read_only = OFF");
  }

  @Test
  void postsFollowTheNameWhenTheWriterIsDemoted() {
    writer.execute("SET GLOBAL super_read_only = ON");

    expectToFollow("a demoted writer");
  }

  @Test
  void postsFollowTheNameWhenTheWriterIsGone() {
    writer.kill();

    expectToFollow("a killed writer");
  }

  private void expectToFollow(String what) {
    int before = rows();
    long moved = System.nanoTime();
    point(standby);
    await()
        .atMost(TARGET.multipliedBy(PATIENCE))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(post()).as(() -> pod.log()).isEqualTo(201));
    long millis = Duration.ofNanos(System.nanoTime() - moved).toMillis();
    for (int i = 0; i < 20; i++) {
      assertThat(post()).isEqualTo(201);
    }
    assertThat(rows() - before).isEqualTo(21);
    System.out.printf(
        "figure: %s: posts are taken %d ms after the name moved (target %d ms)%n",
        what, millis, TARGET.toMillis());
  }

  private static int rows() {
    return Integer.parseInt(standby.query("SELECT COUNT(*) FROM failover.message"));
  }

  private int post() {
    try {
      return caller.post(pod, UUID.randomUUID().toString(), Map.of()).statusCode();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static Replicas replicas() {
    return new Replicas(
        DATABASE,
        Map.of(
            "SERVICE_BINDING_ROOT",
            Binding.writeNamed(writer, NAME, DATABASE).toString(),
            "JAVA_TOOL_OPTIONS",
            "-Djdk.net.hosts.file=" + directory.resolve("hosts")));
  }

  private static void point(RealMySql server) {
    try {
      Path fresh =
          Files.writeString(directory.resolve("new"), server.address() + " " + NAME + "\n");
      Files.move(
          fresh,
          directory.resolve("hosts"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
