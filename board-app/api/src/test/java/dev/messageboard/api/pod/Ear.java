package dev.messageboard.api.pod;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens to a stream until it is closed. */
public final class Ear implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final InputStream body;

  public Ear(URI stream, String lastEventId) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(stream);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    body = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()).body();
    Thread reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
  }

  /** Whether any line holds this text. */
  public boolean heard(String text) {
    return count(text) > 0;
  }

  /** How many lines hold this text. */
  public long count(String text) {
    return lines.stream().filter(line -> line.contains(text)).count();
  }

  /** What a browser would come back with; null before the first event. */
  public String lastId() {
    return lines.stream()
        .filter(line -> line.startsWith("id:"))
        .reduce((first, second) -> second)
        .map(line -> line.substring("id:".length()).strip())
        .orElse(null);
  }

  private void read() {
    try (BufferedReader text =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      text.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException closed) {
      lines.add("closed");
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
