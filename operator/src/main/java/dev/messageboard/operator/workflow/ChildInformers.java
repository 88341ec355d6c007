package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.desired.Labels;
import dev.messageboard.operator.status.PodEvent;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One informer for each kind, over what carries our label and nothing else. */
public final class ChildInformers {

  /** The kinds that a board owns. */
  static final List<Class<? extends HasMetadata>> CHILDREN =
      List.of(
          ServiceAccount.class,
          ConfigMap.class,
          Secret.class,
          Service.class,
          Deployment.class,
          StatefulSet.class,
          Job.class,
          PodDisruptionBudget.class,
          NetworkPolicy.class,
          Ingress.class,
          HorizontalPodAutoscaler.class);

  /** The kinds that controllers make of a board's children. */
  static final List<Class<? extends HasMetadata>> MADE_OF_CHILDREN =
      List.of(ReplicaSet.class, PersistentVolumeClaim.class, Pod.class);

  private ChildInformers() {}

  /**
   * @param podEvents hears what happens to the boards' pods
   * @param more what else is listened to
   */
  public static List<EventSource<?, MessageBoard>> of(
      EventSourceContext<MessageBoard> context,
      Consumer<PodEvent> podEvents,
      List<EventSource<?, MessageBoard>> more) {
    var sources = new ArrayList<>(more);
    CHILDREN.forEach(kind -> sources.add(informer(kind, context)));
    for (var namespace : eachStore(context)) {
      sources.add(
          new InformerEventSource<>(
              trimming(ReplicaSet.class, "replicasets", namespace, Trimmed::replicaSet), context));
      sources.add(
          new InformerEventSource<>(
              trimming(
                  PersistentVolumeClaim.class, "persistentvolumeclaims", namespace, Trimmed::claim),
              context));
      sources.add(
          new PodWatch(trimming(Pod.class, "pods", namespace, Trimmed::pod), context, podEvents));
    }
    sources.add(new NodeWatch(context.getClient()));
    return sources;
  }

  /** The name of a kind's informer. */
  static String nameOf(Class<? extends HasMetadata> kind) {
    return HasMetadata.getPlural(kind);
  }

  private static <R extends HasMetadata> EventSource<?, MessageBoard> informer(
      Class<R> kind, EventSourceContext<MessageBoard> context) {
    return new InformerEventSource<>(of(kind, nameOf(kind)).build(), context);
  }

  private static <R extends HasMetadata> InformerEventSourceConfiguration<R> trimming(
      Class<R> kind, String name, String namespace, UnaryOperator<R> trimmed) {
    return of(kind, name + " of " + namespace)
        .withNamespaces(namespace)
        .withItemStore(new TransformingItemStore<>(trimmed))
        .build();
  }

  private static <R extends HasMetadata> InformerEventSourceConfiguration.Builder<R> of(
      Class<R> kind, String name) {
    return InformerEventSourceConfiguration.from(kind, MessageBoard.class)
        .withName(name)
        .withLabelSelector(Labels.MANAGED)
        .withSecondaryToPrimaryMapper(ChildInformers::board);
  }

  /** One informer's fresh list empties its store of what is not in it: no two may share one. */
  private static Set<String> eachStore(EventSourceContext<MessageBoard> context) {
    return context.getControllerConfiguration().getInformerConfig().getNamespaces();
  }

  /** Either may have been taken away or changed: an owner, or the label. */
  static Set<ResourceID> board(HasMetadata child) {
    var metadata = child.getMetadata();
    var owners =
        metadata.getOwnerReferences().stream()
            .filter(owner -> "MessageBoard".equals(owner.getKind()))
            .map(OwnerReference::getName);
    return Stream.concat(owners, Stream.ofNullable(metadata.getLabels().get(Labels.INSTANCE)))
        .map(name -> new ResourceID(name, metadata.getNamespace()))
        .collect(Collectors.toSet());
  }
}
