package dev.messageboard.operator.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs the real kubectl, so that the tests type what users type. {@code KUBECTL} names the binary.
 */
final class Kubectl {

  private static final String BINARY =
      Optional.ofNullable(System.getenv("KUBECTL")).orElse("kubectl");
  private static final Duration LIMIT = Duration.ofMinutes(6);

  private static final Pattern FORWARDING = Pattern.compile("127\\.0\\.0\\.1:(\\d+) ->");

  private Kubectl() {}

  /** What a finished kubectl printed, standard output and error together. */
  record Result(int exitCode, String output) {}

  /**
   * Runs kubectl in {@code namespace} and returns what it printed; a non-zero exit fails the test.
   */
  static String run(String namespace, String... arguments) {
    var result = attempt(namespace, null, arguments);
    if (result.exitCode() != 0) {
      throw new AssertionError("kubectl " + String.join(" ", arguments) + ": " + result.output());
    }
    return result.output();
  }

  /** Applies the manifest; a non-zero exit fails the test. */
  static void apply(String namespace, String manifest) {
    var result = attempt(namespace, manifest, "apply", "-f", "-");
    if (result.exitCode() != 0) {
      throw new AssertionError("kubectl apply: " + result.output() + "\n" + manifest);
    }
  }

  /**
   * Runs kubectl with {@code input} on its standard input (none if null), whatever its exit code.
   */
  static Result attempt(String namespace, String input, String... arguments) {
    var command = new ArrayList<>(List.of(BINARY, "--namespace", namespace));
    command.addAll(List.of(arguments));
    try {
      var output = Files.createTempFile("kubectl", ".out");
      try {
        return new Result(exitCode(command, input, output), Files.readString(output).strip());
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitCode(List<String> command, String input, Path output) throws IOException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (var stdin = process.getOutputStream()) {
      if (input != null) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("no end within " + LIMIT + ": " + command);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + command, e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A running {@code kubectl port-forward} and the local port that it chose. */
  record Forward(Process process, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
    }
  }

  /** Forwards a free local port to {@code port} of {@code target}, say {@code service/team}. */
  static Forward portForward(String namespace, String target, int port) {
    var command = List.of(BINARY, "--namespace", namespace, "port-forward", target, ":" + port);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var firstLine = process.inputReader().readLine();
      var announced = FORWARDING.matcher(String.valueOf(firstLine));
      if (!announced.find()) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + ": " + firstLine);
      }
      return new Forward(process, Integer.parseInt(announced.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
