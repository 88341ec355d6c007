package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API gets from a real nginx: connections, and word of who asks. */
class NginxUpstreamTest {

  private static final int REQUESTS = 20;
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir Path tmp;

  private final Queue<String> heads = new ConcurrentLinkedQueue<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ServerSocketChannel api;
  private RealNginx nginx;

  @BeforeEach
  void start() throws Exception {
    api = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    api.bind(UnixDomainSocketAddress.of(tmp.resolve("api")));
    threads.execute(this::acceptAll);
    nginx = RealNginx.ofABoard(tmp);
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
    threads.shutdownNow();
    if (nginx != null) {
      nginx.stop();
    }
  }

  /** Exact: nginx has one worker, which puts a connection back before it reads the next request. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"/api/v1/messages/1, 1", "/api/v1/messages, 1", "/api/v1/about, 20"})
  void requestsShareOneConnectionButThoseForWhichTheServiceIsToPickAPodEachTime(
      String path, int connections) throws Exception {
    for (int request = 0; request < REQUESTS; request++) {
      var head = "GET " + path + " HTTP/1.1\r\nHost: board\r\nConnection: close\r\n\r\n";
      assertThat(nginx.answerTo(head)).startsWith("HTTP/1.1 200 ");
    }
    assertThat(accepted).hasValue(connections);
  }

  /** Who comes over a socket is no proxy that is believed. */
  @ParameterizedTest
  @ValueSource(strings = {"messages", "messages/1", "feed.atom", "about", "export.ndjson"})
  void theApiIsToldWhoAsksAndWhereWhateverTheClientSays(String path) throws Exception {
    nginx.answerTo(
        "GET /api/v1/%s HTTP/1.1\r\nHost: board.example\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\nX-Request-Id: mine\r\nConnection: close\r\n\r\n"
            .formatted(path));
    assertThat(heads).hasSize(1);
    assertThat(heads.peek())
        .contains("\r\nHost: board.example\r\n")
        .contains("\r\nX-Forwarded-For: unix:\r\n")
        .contains("\r\nX-Forwarded-Proto: https\r\n")
        .containsPattern("\r\nX-Request-Id: [0-9a-f]{32}\r\n")
        .doesNotContain("203.0.113.9", "mine");
  }

  @ParameterizedTest
  @CsvSource({"messages, false", "feed.atom, false", "messages/1, true"})
  void whatIsKeptForEverybodyIsAskedForUncompressed(String path, boolean asTheClient)
      throws Exception {
    nginx.answerTo(
        "GET /api/v1/%s HTTP/1.1\r\nHost: board\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
            .formatted(path));
    assertThat(heads.remove().contains("\r\nAccept-Encoding: gzip\r\n")).isEqualTo(asTheClient);
  }

  private void acceptAll() {
    try {
      while (true) {
        var connection = api.accept();
        accepted.incrementAndGet();
        threads.execute(() -> answerAllOn(connection));
      }
    } catch (ClosedChannelException end) {
      // The test is over.
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Ends a connection when it is told to, as the API does; a head comes in one piece. */
  private void answerAllOn(SocketChannel connection) {
    try (connection) {
      var request = ByteBuffer.allocate(1 << 14);
      var isLast = false;
      while (!isLast && connection.read(request.clear()) > 0) {
        var head = new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII);
        heads.add(head);
        isLast = head.contains("\r\nConnection: close\r\n");
        connection.write(ByteBuffer.wrap(ANSWER));
      }
    } catch (IOException end) {
      // nginx has closed it.
    }
  }
}
