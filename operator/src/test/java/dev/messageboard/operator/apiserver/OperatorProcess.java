package dev.messageboard.operator.apiserver;

import dev.messageboard.operator.ClientProperties;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The operator as it is shipped, set up by its environment and ended by signals. */
final class OperatorProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

  /** What a killed process leaves stays in the build. */
  private static final Path LEFT = Path.of("target", "operators");

  private static final Pattern ADDRESS = Pattern.compile("Listening on: http://[^:]+:([0-9]+)");

  private final String name;
  private final Path log;
  private final Process process;

  private OperatorProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /** With the name that its pod would have. */
  static OperatorProcess start(String name, Config identity, Map<String, String> environment) {
    try {
      var log = Files.createTempFile(Files.createDirectories(LEFT), name, ".log");
      var builder = new ProcessBuilder(command(identity));
      builder.environment().putAll(environment);
      builder.environment().putAll(Map.of("HOSTNAME", name, "QUARKUS_HTTP_PORT", "0"));
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new OperatorProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(Config identity) {
    var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    ClientProperties.of(identity).forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-Djava.io.tmpdir=" + LEFT.toAbsolutePath());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    return command;
  }

  String name() {
    return name;
  }

  /** Answers its probes: its caches are warm, whether it leads or not. */
  OperatorProcess awaitReadiness() {
    Awaitility.await("%s, see %s".formatted(name, log))
        .atMost(Duration.ofSeconds(60))
        .until(() -> health("ready") == 200);
    return this;
  }

  /** The status code of a probe, or 0 while nobody answers. */
  int health(String probe) throws IOException, InterruptedException {
    var address = ADDRESS.matcher(Files.readString(log));
    if (!address.find()) {
      return 0;
    }
    var uri = URI.create("http://localhost:%s/q/health/%s".formatted(address.group(1), probe));
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  /** As the kubelet ends a pod. */
  OperatorProcess terminate() {
    process.destroy();
    return this;
  }

  /** The exit code of a process that ends by itself in the time that its pod is given. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      throw new AssertionError("%s did not end, see %s".formatted(name, log));
    }
    return process.exitValue();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
