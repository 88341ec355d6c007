package dev.messageboard.api.pod;

import static dev.messageboard.api.mysql.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, with the memory of a container. */
final class Pod implements AutoCloseable {

  private static final HttpClient PROBE =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  /** What a killed process leaves stays in the build. */
  private static final Path LEFT = Path.of("target", "pods");

  private final Process process;
  private final Path log;
  private final int port;
  private final int managementPort;

  private Pod(Process process, Path log, int port, int managementPort) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.managementPort = managementPort;
  }

  static Pod start(
      List<String> options, Path app, Map<String, String> environment, String... arguments) {
    try {
      int port = freePort();
      int managementPort = freePort();
      Path log = Files.createTempFile(Files.createDirectories(LEFT), "pod-", ".log");
      ProcessBuilder java =
          new ProcessBuilder(command(options, app, arguments))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      java.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
      java.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
      java.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
      java.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
      java.environment().putAll(environment);
      Process process = java.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Pod(process, log, port, managementPort);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> command(List<String> options, Path app, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx200m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.io.tmpdir=" + LEFT.toAbsolutePath());
    command.addAll(options);
    command.add("-jar");
    command.add(app.resolve("quarkus-run.jar").toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  Pod untilReady() {
    await().atMost(LONGEST_START).until(() -> isReady() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException(log());
    }
    return this;
  }

  /** As the kubelet finds out. */
  boolean isReady() {
    try {
      return managed("/q/health/ready").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  HttpResponse<String> managed(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
      return PROBE.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
  }

  /** SIGTERM, as the kubelet sends it. */
  void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it does not end:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
