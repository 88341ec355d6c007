package dev.messageboard.api.board;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Hands settings and keys out; a wrong one stops the start. */
public class Board {

  @Produces
  @Singleton
  @Startup
  BoardSettings settings(BoardConfig config) {
    return BoardSettings.of(config);
  }

  @Produces
  @Singleton
  @Startup
  BoardKeys keys(BoardConfig config) {
    return BoardKeys.in(Path.of(config.keysDirectory()));
  }
}
