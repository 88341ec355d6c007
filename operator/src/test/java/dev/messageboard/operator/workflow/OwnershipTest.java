package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.junit.jupiter.api.Test;

class OwnershipTest {

  @Test
  void theControllerDecidesByItsUid() {
    assertThat(Ownership.isOurs(controlledBy("5e1f"), Boards.embedded())).isTrue();
    assertThat(Ownership.isOurs(controlledBy("a former board"), Boards.embedded())).isFalse();
  }

  @Test
  void withoutAControllerOurApplyDecidesAndNotTheLabels() {
    assertThat(Ownership.isOurs(appliedBy("messageboard-operator"), Boards.embedded())).isTrue();
    assertThat(Ownership.isOurs(appliedBy("kubectl"), Boards.embedded())).isFalse();
    var labelled =
        new ConfigMapBuilder()
            .withNewMetadata()
            .addToLabels("app.kubernetes.io/managed-by", "messageboard-operator")
            .endMetadata()
            .build();
    assertThat(Ownership.isOurs(labelled, Boards.embedded())).isFalse();
  }

  private static ConfigMap controlledBy(String uid) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .addNewOwnerReference()
        .withUid(uid)
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .build();
  }

  private static ConfigMap appliedBy(String manager) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .addNewManagedField()
        .withManager(manager)
        .withOperation("Apply")
        .endManagedField()
        .endMetadata()
        .build();
  }
}
