package dev.messageboard.api.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A service binding may hold {@code ca.pem}, the certificates to trust. The driver reads no PEM, so
 * it is told of a PKCS12 file that is made at the start.
 */
public final class TrustedAuthorities implements ConfigSourceFactory {

  static final String PREFIX = "quarkus.datasource.jdbc.additional-jdbc-properties.";
  private static final String CERTIFICATES = "ca.pem";
  private static final int ORDINAL = 270;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    return BindingFile.named(CERTIFICATES, context)
        .map(TrustedAuthorities::source)
        .map(List::of)
        .orElse(List.of());
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(ORDINAL);
  }

  private static ConfigSource source(Path pem) {
    try {
      Map<String, String> settings = new HashMap<>();
      TrustStore.properties(TrustStore.of(pem).toUri().toString())
          .forEach((name, value) -> settings.put(PREFIX + name, value));
      return new PropertiesConfigSource(settings, "certificates of the service binding", ORDINAL);
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalStateException(pem + " holds no certificates in PEM: correct it", failure);
    }
  }
}
