package dev.messageboard.api.board;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as they are read from {@code api.properties}; the keys without their prefix. */
public final class Settings {

  private Settings() {}

  public static BoardSettings with(Map<String, String> keys) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(BoardConfig.class);
    keys.forEach((key, value) -> builder.withDefaultValue("messageboard." + key, value));
    return BoardSettings.of(builder.build().getConfigMapping(BoardConfig.class));
  }
}
