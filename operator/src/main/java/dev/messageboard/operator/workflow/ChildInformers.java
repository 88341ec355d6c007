package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One informer for each kind, over what carries our label and nothing else. */
public final class ChildInformers {

  public static final String ACCOUNTS = "serviceaccounts";
  public static final String CONFIG_MAPS = "configmaps";
  public static final String SECRETS = "secrets";
  public static final String SERVICES = "services";
  public static final String DEPLOYMENTS = "deployments";
  public static final String STATEFUL_SETS = "statefulsets";

  /** The kinds that a board owns. */
  static final List<Class<? extends HasMetadata>> CHILDREN =
      List.of(
          ServiceAccount.class,
          ConfigMap.class,
          Secret.class,
          Service.class,
          Deployment.class,
          StatefulSet.class);

  /** The kinds that controllers make of a board's children. */
  static final List<Class<? extends HasMetadata>> MADE_OF_CHILDREN =
      List.of(ReplicaSet.class, Pod.class);

  private ChildInformers() {}

  public static List<EventSource<?, MessageBoard>> of(EventSourceContext<MessageBoard> context) {
    return List.of(
        informer(ServiceAccount.class, ACCOUNTS, context),
        informer(ConfigMap.class, CONFIG_MAPS, context),
        informer(Secret.class, SECRETS, context),
        informer(Service.class, SERVICES, context),
        informer(Deployment.class, DEPLOYMENTS, context),
        informer(StatefulSet.class, STATEFUL_SETS, context),
        informer(ReplicaSet.class, "replicasets", context),
        informer(Pod.class, "pods", context));
  }

  private static <R extends HasMetadata> EventSource<?, MessageBoard> informer(
      Class<R> kind, String name, EventSourceContext<MessageBoard> context) {
    var configuration =
        InformerEventSourceConfiguration.from(kind, MessageBoard.class)
            .withName(name)
            .withLabelSelector(Labels.MANAGED)
            .withSecondaryToPrimaryMapper(ChildInformers::board)
            .build();
    return new InformerEventSource<>(configuration, context);
  }

  private static Set<ResourceID> board(HasMetadata child) {
    var metadata = child.getMetadata();
    return Optional.ofNullable(metadata.getLabels().get(Labels.INSTANCE)).stream()
        .map(name -> new ResourceID(name, metadata.getNamespace()))
        .collect(Collectors.toSet());
  }
}
