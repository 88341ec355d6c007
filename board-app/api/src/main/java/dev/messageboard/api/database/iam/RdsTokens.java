package dev.messageboard.api.database.iam;

import dev.messageboard.api.database.LoginByIam;
import io.quarkus.credentials.CredentialsProvider;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A token for each new connection. Signing takes no call, so none is kept; the credentials that
 * sign are.
 */
@ApplicationScoped
@Named(LoginByIam.PROVIDER)
public class RdsTokens implements CredentialsProvider {

  private final Supplier<RdsEndpoint> server;
  private final String user;
  private final Clock clock;
  private AwsIdentity identity;

  @Inject
  RdsTokens(
      IamSettings settings, @ConfigProperty(name = "quarkus.datasource.username") String user) {
    this(settings::server, user, null, Clock.systemUTC());
  }

  RdsTokens(Supplier<RdsEndpoint> server, String user, AwsIdentity identity, Clock clock) {
    this.server = server;
    this.user = user;
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public Map<String, String> getCredentials(String provider) {
    RdsEndpoint endpoint = server.get();
    String token = RdsToken.of(endpoint, user, identity(endpoint).credentials(), clock);
    return Map.of(USER_PROPERTY_NAME, user, PASSWORD_PROPERTY_NAME, token);
  }

  /** On the thread that opens the connection: those of requests may all be waiting for it. */
  @Override
  public Uni<Map<String, String>> getCredentialsAsync(String provider) {
    return Uni.createFrom().item(() -> getCredentials(provider));
  }

  /** Found with the first connection: a start with a password loads nothing of the SDK. */
  private synchronized AwsIdentity identity(RdsEndpoint endpoint) {
    if (identity == null) {
      identity = AwsIdentity.of(System.getenv(), endpoint.region());
    }
    return identity;
  }
}
