package dev.messageboard.api.health;

import dev.messageboard.api.database.SchemaState;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once the database was reached and its schema fits. */
@Startup
@ApplicationScoped
public class StartupCheck implements AsyncHealthCheck {

  private final SchemaState schema;

  StartupCheck(SchemaState schema) {
    this.schema = schema;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    boolean ready = schema.isReady();
    return Uni.createFrom()
        .item(
            HealthCheckResponse.named("schema")
                .status(ready)
                .withData(ready ? "version" : "reason", schema.reason())
                .build());
  }
}
