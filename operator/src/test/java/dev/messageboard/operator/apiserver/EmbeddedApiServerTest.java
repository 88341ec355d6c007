package dev.messageboard.operator.apiserver;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The MySQL of a board, with the controller at work that makes its pod. */
@DisabledIf("dev.messageboard.operator.apiserver.KubeBinaries#areAbsent")
@QuarkusTest
@WithTestResource(value = RealApiServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class EmbeddedApiServerTest extends BoardsOnApiServer {

  private KubeProcess controllers;

  @BeforeAll
  void startTheController() {
    controllers =
        KubeProcess.controllers(RealApiServer.running().admin(), "statefulset-controller");
  }

  @AfterAll
  void stopIt() {
    controllers.close();
  }

  @Test
  void aWrongImageIsCorrectedThoughNoPodEverStartedWithIt() {
    create("team", "{version: 0.1.0, database: {embedded: {image: 'nobody/has-it'}}}");
    awaitImage("nobody/has-it");
    patch("team", "{\"spec\":{\"database\":{\"embedded\":{\"image\":\"somebody/has-it\"}}}}");
    awaitImage("somebody/has-it");
  }

  private void awaitImage(String image) {
    await().atMost(SOON).until(() -> imageOf(pod()).equals(image));
  }

  private Pod pod() {
    return client.pods().inNamespace(namespace).withName("team-mysql-0").get();
  }

  private static String imageOf(Pod pod) {
    return pod == null ? "" : pod.getSpec().getContainers().get(0).getImage();
  }
}
