package dev.messageboard.api.board;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The board's secrets, one file each, as the operator mounts them. */
public record BoardKeys(Path directory, Key editToken, Key cursor, Key clientHash) {

  private static final Logger LOG = Logger.getLogger(BoardKeys.class);

  /** Without the directory the keys are made up and end with the process. */
  static BoardKeys in(Path directory) {
    if (!Files.isDirectory(directory)) {
      LOG.warnf("There is no %s: edit tokens and cursors will not outlive this process", directory);
      return new BoardKeys(directory, Key.random(), Key.random(), Key.random());
    }
    return new BoardKeys(
        directory,
        key(directory, "edit-token"),
        key(directory, "cursor"),
        key(directory, "client-hash"));
  }

  /** Read anew each time: the kubelet replaces the file when its Secret changes. */
  public Optional<String> adminToken() {
    Path file = directory.resolve("admin-token");
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip()).filter(token -> !token.isEmpty())
          : Optional.empty();
    } catch (IOException unreadable) {
      LOG.warnf("Moderation is off: %s cannot be read", file);
      return Optional.empty();
    }
  }

  private static Key key(Path directory, String name) {
    Path file = directory.resolve(name);
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return Key.of(Base64.getDecoder().decode(text));
    } catch (IOException | IllegalArgumentException wrong) {
      throw new ConfigurationException(
          "messageboard.keys-directory: the file " + file + " must hold 32 bytes in base64.");
    }
  }
}
