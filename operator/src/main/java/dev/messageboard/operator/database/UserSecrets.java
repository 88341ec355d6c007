package dev.messageboard.operator.database;

import io.fabric8.kubernetes.api.model.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Reads a Secret by its name, at most once per interval: no list, no watch of other people's. */
final class UserSecrets {

  private final BiFunction<String, String, Optional<Secret>> get;
  private final Clock clock;
  private final Duration lifetime;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /**
   * @param get the Secret of a namespace and a name
   * @param interval between two looks of a settled board; what is remembered dies a little earlier,
   *     so that each of these looks asks
   */
  UserSecrets(BiFunction<String, String, Optional<Secret>> get, Clock clock, Duration interval) {
    this.get = get;
    this.clock = clock;
    this.lifetime = interval.multipliedBy(11).dividedBy(12);
  }

  Optional<Secret> read(String namespace, String name) {
    var now = clock.instant();
    seen.values().removeIf(entry -> entry.at().plus(lifetime).isBefore(now));
    return seen.computeIfAbsent(
            key(namespace, name), key -> new Seen(now, get.apply(namespace, name)))
        .secret();
  }

  /** So that the next look finds what was mended meanwhile. */
  void forget(String namespace, String name) {
    seen.remove(key(namespace, name));
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private record Seen(Instant at, Optional<Secret> secret) {}
}
