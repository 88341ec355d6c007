package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.TreeMap;

/** The metadata that every child has. */
final class Child {

  private Child() {}

  static ObjectMeta of(MessageBoard board, Component component, Map<String, String> annotations) {
    return new ObjectMetaBuilder(of(board, component))
        .addToAnnotations(new TreeMap<>(annotations))
        .build();
  }

  static ObjectMeta of(MessageBoard board, Component component) {
    return new ObjectMetaBuilder()
        .withName(Names.of(board, component))
        .withNamespace(board.getMetadata().getNamespace())
        .withLabels(Labels.of(board, component))
        .addNewOwnerReference()
        .withApiVersion(board.getApiVersion())
        .withKind(board.getKind())
        .withName(board.getMetadata().getName())
        .withUid(board.getMetadata().getUid())
        .withController(true)
        .withBlockOwnerDeletion(true)
        .endOwnerReference()
        .build();
  }
}
