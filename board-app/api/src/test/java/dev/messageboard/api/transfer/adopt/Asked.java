package dev.messageboard.api.transfer.adopt;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The settings of a command line. */
final class Asked {

  private Asked() {}

  static AdoptConfig with(String... flags) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(AdoptConfig.class);
    Flags.of(flags)
        .settings()
        .forEach((name, value) -> builder.withDefaultValue("messageboard.adopt." + name, value));
    return builder.build().getConfigMapping(AdoptConfig.class);
  }
}
