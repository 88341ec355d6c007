package dev.messageboard.operator.e2e;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * A namespace made for one test class, Pod Security {@code restricted}; it goes when the class
 * ends.
 */
record TestNamespace(KubernetesClient client, String name) implements AutoCloseable {

  static TestNamespace create(KubernetesClient client) {
    var namespace =
        new NamespaceBuilder()
            .withNewMetadata()
            .withGenerateName("messageboard-e2e-")
            .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
            .endMetadata()
            .build();
    return new TestNamespace(client, client.resource(namespace).create().getMetadata().getName());
  }

  LiveBoard board(String boardName) {
    return new LiveBoard(client, name, boardName);
  }

  @Override
  public void close() {
    client.namespaces().withName(name).delete();
  }
}
