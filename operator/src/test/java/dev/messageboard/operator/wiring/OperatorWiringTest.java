package dev.messageboard.operator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole operator on an API server in memory: that the parts are connected, not more. */
@QuarkusTest
@WithTestResource(value = InMemoryApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorWiringTest {

  @Inject Operator operator;
  private KubernetesClient client;

  @BeforeAll
  void connect() {
    client = new KubernetesClientBuilder().withConfig(InMemoryApiServer.config()).build();
  }

  @AfterAll
  void disconnect() {
    client.close();
  }

  @Test
  void aBoardGetsItsChildrenAndAStatusAndADeletedChildComesBack() {
    create("whole", Boards.embedded());
    await().until(() -> deploymentExists("whole-api") && deploymentExists("whole-frontend"));
    await().until(() -> board("whole").getStatus() != null);
    assertThat(board("whole").getStatus().observedGeneration()).isEqualTo(1);
    assertThat(board("whole").getStatus().phase()).isEqualTo(Phase.WaitingForDatabase);

    client.apps().deployments().inNamespace("boards").withName("whole-api").delete();
    await().until(() -> deploymentExists("whole-api"));
  }

  @Test
  void aBoardOnAnExternalDatabaseHasNoMysqlAndWaitsForItsSecret() {
    create("outside", Boards.external());
    await().until(() -> board("outside").getStatus() != null);
    await()
        .untilAsserted(
            () ->
                assertThat(board("outside").getStatus().conditions())
                    .anySatisfy(
                        condition -> assertThat(condition.getReason()).isEqualTo("SecretMissing")));
    assertThat(deploymentExists("outside-frontend")).isTrue();
    assertThat(deploymentExists("outside-api")).isFalse();
    assertThat(client.apps().statefulSets().inNamespace("boards").withName("outside-mysql").get())
        .isNull();
  }

  /** The framework's own retry ends after five. */
  @Test
  void aPassThatFailsIsTriedAgainWithoutEnd() {
    assertThat(operator.getRegisteredControllers())
        .singleElement()
        .extracting(controller -> controller.getConfiguration().getRetry())
        .hasFieldOrPropertyWithValue("maxAttempts", -1)
        .hasFieldOrPropertyWithValue("maxInterval", 30_000L);
  }

  private void create(String name, MessageBoard board) {
    board.getMetadata().setName(name);
    board.getMetadata().setUid(null);
    board.getMetadata().setResourceVersion(null);
    client.resource(board).create();
  }

  private MessageBoard board(String name) {
    return client.resources(MessageBoard.class).inNamespace("boards").withName(name).get();
  }

  private boolean deploymentExists(String name) {
    return client.apps().deployments().inNamespace("boards").withName(name).get() != null;
  }
}
