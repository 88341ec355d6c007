package dev.messageboard.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.api.database.SchemaState;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ReadinessCheckTest {

  private final SchemaState schema = new SchemaState();
  private final Drain drain = new Drain();
  private final ReadinessCheck check = new ReadinessCheck(schema, drain, new Load());

  @Test
  void aServiceWithoutASchemaIsNotReady() {
    assertThat(status()).isEqualTo(Status.DOWN);
  }

  @Test
  void aStartedServiceIsReadyUntilItDrains() {
    schema.reached("1");
    assertThat(status()).isEqualTo(Status.UP);

    drain.begin(new ShutdownDelayInitiatedEvent());
    assertThat(status()).isEqualTo(Status.DOWN);
  }

  private Status status() {
    return check.call().await().indefinitely().getStatus();
  }
}
