package dev.messageboard.operator.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Reads an object of somebody else by its name, at most once per interval: no list, no watch of
 * other people's.
 */
final class UserObjects<R> {

  private final BiFunction<String, String, Optional<R>> get;
  private final Clock clock;
  private final Map<String, Seen<R>> seen = new ConcurrentHashMap<>();

  /**
   * @param get the object of a namespace and a name
   */
  UserObjects(BiFunction<String, String, Optional<R>> get, Clock clock) {
    this.get = get;
    this.clock = clock;
  }

  /**
   * @param interval between two looks of a settled board; checks come after nine tenths of it at
   *     the earliest, so what is remembered lives as long: each of these looks asks, and no other
   */
  Optional<R> read(String namespace, String name, Duration interval) {
    var now = clock.instant();
    var until = now.plus(interval.multipliedBy(9).dividedBy(10));
    seen.values().removeIf(entry -> !entry.until().isAfter(now));
    return seen.computeIfAbsent(
            key(namespace, name), key -> new Seen<>(until, get.apply(namespace, name)))
        .object();
  }

  /** So that the next look finds what was mended meanwhile. */
  void forget(String namespace, String name) {
    seen.remove(key(namespace, name));
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private record Seen<R>(Instant until, Optional<R> object) {}
}
