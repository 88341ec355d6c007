package dev.messageboard.api.database.iam;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a token names it: RDS compares these words with its own. */
record RdsEndpoint(String host, int port, String region) {

  /** The names of instances, clusters and proxies end so; in China since 2020 with "rds" first. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).+\\.(?:([a-z0-9-]+)\\.rds|rds\\.([a-z0-9-]+))\\.amazonaws\\.com(?:\\.cn)?");

  private static final Set<String> ENCRYPTED = Set.of("REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY");

  /**
   * @param ambient the region of the pod, for a server whose name does not tell its own
   */
  static RdsEndpoint of(String jdbcUrl, Optional<String> ambient) {
    HostInfo server =
        ConnectionUrl.getConnectionUrlInstance(jdbcUrl, new Properties()).getMainHost();
    String sslMode = Objects.requireNonNullElse(server.getProperty("sslMode"), "PREFERRED");
    if (!ENCRYPTED.contains(sslMode.toUpperCase(Locale.ROOT))) {
      throw new ConfigurationException(
          "A login by IAM sends its token as it is, so only over TLS, and sslMode is %s: set VERIFY_IDENTITY, VERIFY_CA or REQUIRED"
              .formatted(sslMode));
    }
    String region =
        regionIn(server.getHost())
            .or(() -> ambient.filter(name -> !name.isBlank()))
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "The host name %s does not tell the AWS region of the database: use the name of its RDS endpoint, or set AWS_REGION"
                            .formatted(server.getHost())));
    return new RdsEndpoint(server.getHost(), server.getPort(), region);
  }

  static Optional<String> regionIn(String host) {
    Matcher name = NAME.matcher(host);
    return name.matches()
        ? Optional.of(Objects.requireNonNullElse(name.group(1), name.group(2)))
            .map(region -> region.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
