package dev.messageboard.api.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A service binding whose file {@code auth} says {@code iam} has no password: tokens of the pod's
 * AWS identity take its place, a new one for each connection.
 */
public final class LoginByIam implements ConfigSourceFactory {

  /** The bean that makes the tokens. */
  public static final String PROVIDER = "rds-iam";

  /** Set where tokens are chosen. */
  public static final String CHOSEN = "quarkus.datasource.credentials-provider";

  private static final String SETTING = "messageboard.database-auth";
  private static final String FILE = "auth";
  private static final int ORDINAL = 270;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String auth = setting(context).or(() -> file(context)).orElse("password").strip();
    return switch (auth.toLowerCase(Locale.ROOT)) {
      case "password" -> List.of();
      case "iam" -> List.of(source());
      default ->
          throw new IllegalStateException(
              "%s is '%s' but must be one of password, iam".formatted(SETTING, auth));
    };
  }

  private static Optional<String> setting(ConfigSourceContext context) {
    return Optional.ofNullable(context.getValue(SETTING))
        .map(ConfigValue::getValue)
        .filter(value -> !value.isBlank());
  }

  private static Optional<String> file(ConfigSourceContext context) {
    return BindingFile.named(FILE, context).map(LoginByIam::content);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ConfigSource source() {
    Map<String, String> settings = Map.of(CHOSEN, PROVIDER, CHOSEN + "-name", PROVIDER);
    return new PropertiesConfigSource(settings, "login by IAM", ORDINAL);
  }
}
