package dev.messageboard.operator.platform;

import dev.messageboard.operator.desired.OptionalApi;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Which optional kinds the API server knows and lets the operator see at the moment. It is asked
 * only for those that some board has called for, and only now and then.
 */
public final class ServedApis {

  private static final Logger LOG = Logger.getLogger(ServedApis.class);

  private final KubernetesClient client;
  private final Clock clock;
  private final Duration lifetime;
  private final Map<OptionalApi, Instant> asked = new EnumMap<>(OptionalApi.class);
  private final Set<OptionalApi> served = EnumSet.noneOf(OptionalApi.class);

  /**
   * @param interval between two looks; an answer dies a little earlier, so that each look asks
   */
  public ServedApis(KubernetesClient client, Clock clock, Duration interval) {
    this.client = client;
    this.clock = clock;
    this.lifetime = interval.multipliedBy(11).dividedBy(12);
  }

  /**
   * All that are known, so that one board's wishes do not end another's.
   *
   * @param namespace of the board that calls for them
   */
  public synchronized Set<OptionalApi> known(Collection<OptionalApi> calledFor, String namespace) {
    calledFor.forEach(api -> asked.putIfAbsent(api, Instant.EPOCH));
    asked.replaceAll((api, before) -> isFresh(before) ? before : look(api, namespace, before));
    return Set.copyOf(served);
  }

  /** They are asked for anew when they are called for next. */
  public synchronized void forget(Collection<OptionalApi> kinds) {
    kinds.forEach(api -> asked.put(api, Instant.EPOCH));
  }

  private boolean isFresh(Instant before) {
    return before.plus(lifetime).isAfter(clock.instant());
  }

  /** An API server that does not answer has not forgotten what it knew. */
  private Instant look(OptionalApi api, String namespace, Instant before) {
    try {
      if (isServed(api) && isOpen(api, namespace)) {
        served.add(api);
      } else {
        served.remove(api);
      }
      return clock.instant();
    } catch (KubernetesClientException e) {
      LOG.warnf("The API server does not tell whether it knows %s: %s", api, e.getMessage());
      return before;
    }
  }

  private boolean isServed(OptionalApi api) {
    var resources = client.getApiResources(api.groupVersion());
    return resources != null
        && resources.getResources().stream().map(APIResource::getKind).anyMatch(api.kind()::equals);
  }

  private boolean isOpen(OptionalApi api, String namespace) {
    var question =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withGroup(api.group())
            .withResource(api.plural())
            .withVerb("list")
            .withNamespace(namespace)
            .endResourceAttributes()
            .endSpec()
            .build();
    return client.resource(question).create().getStatus().getAllowed();
  }
}
