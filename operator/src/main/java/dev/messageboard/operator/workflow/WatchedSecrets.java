package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.desired.NamedSecrets;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Secrets that their owners labelled for us to watch: a change is seen at once, not at the next
 * look. What they hold is not kept.
 */
public final class WatchedSecrets {

  private static final String BY_SECRET = "boards-by-secret";

  private WatchedSecrets() {}

  /**
   * @param changed told namespace and name of each Secret that changed
   */
  public static EventSource<?, MessageBoard> of(
      EventSourceContext<MessageBoard> context, BiConsumer<String, String> changed) {
    var boards = context.getPrimaryCache();
    boards.addIndexer(BY_SECRET, WatchedSecrets::keys);
    var configuration =
        InformerEventSourceConfiguration.from(Secret.class, MessageBoard.class)
            .withName("watched-secrets")
            .withLabelSelector(Labels.WATCH)
            .withItemStore(new WithoutData())
            .withSecondaryToPrimaryMapper(
                secret -> {
                  var metadata = secret.getMetadata();
                  changed.accept(metadata.getNamespace(), metadata.getName());
                  return ids(
                      boards.byIndex(BY_SECRET, key(metadata.getNamespace(), metadata.getName())));
                })
            .build();
    return new InformerEventSource<>(configuration, context);
  }

  private static List<String> keys(MessageBoard board) {
    return Optional.ofNullable(board.getSpec())
        .map(spec -> NamedSecrets.of(board))
        .orElse(List.of())
        .stream()
        .map(name -> key(board.getMetadata().getNamespace(), name))
        .toList();
  }

  private static Set<ResourceID> ids(List<MessageBoard> boards) {
    return boards.stream().map(ResourceID::fromResource).collect(Collectors.toSet());
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }
}
