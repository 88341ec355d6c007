package dev.messageboard.api.problem;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One request exactly as written, which no HTTP client would let through; the answer as text. */
public record RawHttp(String answer) {

  public static RawHttp send(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new RawHttp(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What comes until a text has come, of an answer that has no end. */
  public static RawHttp until(String text, String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      while (!answer.toString(StandardCharsets.UTF_8).contains(text)) {
        int next = socket.getInputStream().read();
        if (next == -1) {
          break;
        }
        answer.write(next);
      }
      return new RawHttp(answer.toString(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static RawHttp get(String target) {
    return get(target, "");
  }

  static RawHttp get(String target, String headers) {
    return send(
        "GET " + target + " HTTP/1.1\r\nHost: board\r\nConnection: close\r\n" + headers + "\r\n");
  }

  static RawHttp post(String headers, String body) {
    return send(
        "POST /api/v1/messages HTTP/1.1\r\nHost: board\r\nConnection: close\r\n"
            + headers
            + "\r\n"
            + body);
  }

  public int status() {
    return Integer.parseInt(answer.substring(9, 12));
  }

  public String header(String name) {
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse(null);
  }

  JsonPath body() {
    return JsonPath.from(answer.substring(answer.indexOf("\r\n\r\n")));
  }
}
