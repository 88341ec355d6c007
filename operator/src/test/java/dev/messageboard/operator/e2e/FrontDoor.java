package dev.messageboard.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A board as its readers reach it: page and {@code /api} behind one address. */
final class FrontDoor implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30); // of a machine with much to do

  private final URI base;
  private final String host;
  private final Runnable closing;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  private FrontDoor(URI base, String host, Runnable closing) {
    this.base = base;
    this.host = host;
    this.closing = closing;
  }

  /** Through a port that kubectl forwards to the frontend's Service. */
  static FrontDoor of(String namespace, String board) {
    var forward = Kubectl.portForward(namespace, "service/" + board + "-frontend", 80);
    var base = URI.create("http://127.0.0.1:" + forward.port());
    return new FrontDoor(base, base.getAuthority(), forward::close);
  }

  /** Through {@code address} (with a port or without), asking for {@code host}. */
  static FrontDoor at(String address, String host) {
    return new FrontDoor(URI.create("http://" + address), host, () -> {});
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /** As its author, who got the token with the answer to the post. */
  HttpResponse<String> deleteOwn(String path, HttpResponse<String> posted) {
    var token = json(posted).path("editToken").asText();
    return send(request(path).header("Message-Token", token).DELETE());
  }

  HttpResponse<String> post(String author, String body) {
    return post(author, body, UUID.randomUUID());
  }

  /** The same message under the same key is one message, however often it is posted. */
  HttpResponse<String> post(String author, String body, UUID key) {
    var message = JSON.createObjectNode().put("author", author).put("body", body);
    return send(
        request("/api/v1/messages")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key.toString())
            .POST(HttpRequest.BodyPublishers.ofString(message.toString())));
  }

  /** The answer to a post that is accepted; any other one fails, with what it said. */
  HttpResponse<String> accepted(String author, String body) {
    var answer = post(author, body);
    assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(201);
    return answer;
  }

  /** Posts a message that is accepted, and returns its path. */
  String pathOfAccepted(String author, String body) {
    return "/api/v1/messages/" + json(accepted(author, body)).path("id").asText();
  }

  /** The bodies of all messages, page by page, newest first. */
  List<String> bodies() {
    var bodies = new ArrayList<String>();
    var page = json(get("/api/v1/messages?limit=100"));
    while (true) {
      page.path("items").forEach(item -> bodies.add(item.path("body").asText()));
      var next = page.path("next").asText("");
      if (next.isEmpty()) {
        return bodies;
      }
      page = json(get("/api/v1/messages?limit=100&before=" + next));
    }
  }

  /**
   * Waits until the board has these and no others, each once: its first page may be a second old.
   */
  void awaitExactly(List<String> acknowledged) {
    await()
        .atMost(TIMEOUT)
        .untilAsserted(
            () -> assertThat(bodies()).containsExactlyInAnyOrderElementsOf(acknowledged));
  }

  /** The bodies of the newest messages. */
  private List<String> newestBodies() {
    var bodies = new ArrayList<String>();
    json(get("/api/v1/messages")).path("items").forEach(i -> bodies.add(i.path("body").asText()));
    return bodies;
  }

  /** Waits until the list has it: what all readers share may be a second old. */
  void awaitInList(String body) {
    await().atMost(TIMEOUT).untilAsserted(() -> assertThat(newestBodies()).contains(body));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Host", host).timeout(TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
