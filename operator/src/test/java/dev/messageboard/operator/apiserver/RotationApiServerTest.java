package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** New credentials in the user's Secret reach the pods by themselves. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RotationApiServerTest extends BoardsOnApiServer {

  private static final String ANNOTATION = "messageboard.dev/config-hash";

  @Test
  void anEditedSecretReachesTheBindingAndRollsTheApi() {
    readyExternalBoard("team");
    var before = hash("team-api");
    var frontend = hash("team-frontend");

    changePassword("team-db", "rotated");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(binding()).containsEntry("password", encoded("rotated"));
              assertThat(hash("team-api")).isNotEqualTo(before);
            });
    awaitCondition("team", "DatabaseReady", "Unknown Connecting: no API pod has reached db:3306");
    assertThat(hash("team-frontend")).isEqualTo(frontend);
  }

  private String hash(String deployment) {
    var template = stage.deployment(deployment).getSpec().getTemplate();
    return template.getMetadata().getAnnotations().get(ANNOTATION);
  }
}
