package dev.messageboard.api.health;

import dev.messageboard.api.database.SchemaState;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Started, not draining, not overloaded. A database that is lost later does not show here: with all
 * pods out of their Service nobody could tell people what is wrong.
 */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements AsyncHealthCheck {

  private final SchemaState schema;
  private final Drain drain;
  private final Load load;

  ReadinessCheck(SchemaState schema, Drain drain, Load load) {
    this.schema = schema;
    this.drain = drain;
    this.load = load;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(
            HealthCheckResponse.named("serving")
                .status(schema.isReady() && !drain.isOn() && !load.isTooMuch())
                .withData("started", schema.isReady())
                .withData("draining", drain.isOn())
                .withData("overloaded", load.isTooMuch())
                .build());
  }
}
