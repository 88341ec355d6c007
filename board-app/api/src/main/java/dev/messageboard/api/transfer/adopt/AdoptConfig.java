package dev.messageboard.api.transfer.adopt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The settings of the command {@code adopt}; README.md says what each is for. */
@ConfigMapping(prefix = "messageboard.adopt")
interface AdoptConfig {

  Optional<String> table();

  Optional<String> where();

  Optional<String> id();

  Optional<String> author();

  Optional<List<String>> body();

  Optional<String> created();

  Optional<String> parent();

  @WithDefault("Anonymous")
  String authorIfMissing();

  Optional<Instant> createdIfMissing();

  @WithDefault("UTC")
  ZoneId timeZone();

  Optional<String> source();

  Optional<String> url();

  Optional<String> username();

  Optional<String> password();

  Optional<Path> passwordFile();

  @WithDefault("false")
  boolean apply();

  @WithDefault("false")
  boolean allowRefused();
}
