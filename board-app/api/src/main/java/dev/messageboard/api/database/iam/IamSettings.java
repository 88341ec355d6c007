package dev.messageboard.api.database.iam;

import dev.messageboard.api.database.LoginByIam;
import dev.messageboard.api.database.SchemaMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a service that logs in by IAM finds its server. What cannot come right ends its start; a
 * command is left to say it where it leaves its last word.
 */
@ApplicationScoped
public class IamSettings {

  private final String url;
  private final Optional<String> provider;
  private final Optional<String> region;
  private final SchemaMode mode;

  IamSettings(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = LoginByIam.CHOSEN) Optional<String> provider,
      @ConfigProperty(name = "AWS_REGION") Optional<String> region,
      @ConfigProperty(name = "messageboard.schema") SchemaMode mode) {
    this.url = url;
    this.provider = provider;
    this.region = region;
    this.mode = mode;
  }

  void check(@Observes StartupEvent event) {
    if (provider.isPresent() && mode != SchemaMode.COMMAND) {
      server();
      AwsIdentity.require(System.getenv());
    }
  }

  RdsEndpoint server() {
    return RdsEndpoint.of(url, region);
  }
}
