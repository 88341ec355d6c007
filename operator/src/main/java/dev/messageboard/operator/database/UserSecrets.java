package dev.messageboard.operator.database;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a Secret by its name, at most once per interval: no list, no watch of other people's. */
@Singleton
class UserSecrets {

  static final Duration INTERVAL = Duration.ofSeconds(55);

  private final KubernetesClient client;
  private final Clock clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  UserSecrets(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  Optional<Secret> read(String namespace, String name) {
    var now = clock.instant();
    seen.values().removeIf(entry -> entry.at().plus(INTERVAL).isBefore(now));
    return seen.computeIfAbsent(key(namespace, name), key -> new Seen(now, get(namespace, name)))
        .secret();
  }

  /** So that the next look finds what was mended meanwhile. */
  void forget(String namespace, String name) {
    seen.remove(key(namespace, name));
  }

  private Optional<Secret> get(String namespace, String name) {
    return Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get());
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private record Seen(Instant at, Optional<Secret> secret) {}
}
