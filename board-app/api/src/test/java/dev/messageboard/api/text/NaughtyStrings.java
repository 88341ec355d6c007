package dev.messageboard.api.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The Big List of Naughty Strings, and what it leaves out because JSON editors cannot show it. */
public final class NaughtyStrings {

  /** As many clients as a board has to bear anyway: their posts share commits. */
  private static final int CLIENTS = 16;

  private NaughtyStrings() {}

  public static List<String> all() {
    try (InputStream list = NaughtyStrings.class.getResourceAsStream("/naughty/blns.json")) {
      List<String> strings =
          new ArrayList<>(List.of(new ObjectMapper().readValue(list, String[].class)));
      strings.add("\0");
      strings.add("\uD800");
      strings.add("\uDC00\uD800");
      strings.add("\uFFFE");
      strings.add("e" + "\u0301".repeat(50));
      strings.add("\u202Etxt.exe");
      strings.add("👩‍👩‍👧‍👦".repeat(600));
      return strings;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Tries each, many at a time: they have nothing to do with each other. */
  static void forEach(Consumer<String> trial) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      all().stream()
          .map(string -> CompletableFuture.runAsync(() -> trial.accept(string), clients))
          .toList()
          .forEach(CompletableFuture::join);
    } finally {
      clients.shutdownNow();
    }
  }
}
