package dev.messageboard.api.pod;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes what an OTLP exporter sends by gRPC, which is HTTP/2 without TLS, and says thank you. */
final class TraceReceiver implements AutoCloseable {

  private static final String EXPORT =
      "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

  /** Not compressed, and of no length. */
  private static final Buffer EMPTY_MESSAGE = Buffer.buffer(new byte[5]);

  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> exports = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  TraceReceiver() throws Exception {
    server =
        vertx
            .createHttpServer()
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(this::take)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  int connections() {
    return connections.get();
  }

  /** Whether any export holds these bytes. */
  boolean got(byte[] bytes) {
    String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
    return exports.stream().anyMatch(export -> export.contains(wanted));
  }

  private void take(HttpServerRequest request) {
    request.bodyHandler(
        body -> {
          if (request.path().equals(EXPORT)) {
            exports.add(body.toString(StandardCharsets.ISO_8859_1));
          }
          request
              .response()
              .putHeader("Content-Type", "application/grpc")
              .putTrailer("grpc-status", "0")
              .end(EMPTY_MESSAGE);
        });
  }

  @Override
  public void close() {
    vertx.close();
  }
}
