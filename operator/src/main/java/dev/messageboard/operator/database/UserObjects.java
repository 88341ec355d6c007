package dev.messageboard.operator.database;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
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
   *     the earliest, so what is remembered is too old for it by then: each of these looks asks,
   *     and no other, whoever else names the same object
   */
  Optional<R> read(String namespace, String name, Duration interval) {
    var now = clock.instant();
    var patience = interval.multipliedBy(9).dividedBy(10);
    seen.values().removeIf(entry -> !entry.until().isAfter(now));
    return seen.compute(
            key(namespace, name),
            (key, known) ->
                (known == null || !known.at().plus(patience).isAfter(now)
                        ? new Seen<>(now, now, get.apply(namespace, name))
                        : known)
                    .keptFor(patience))
        .object();
  }

  /**
   * The same, for an object that the operator may have lost the right to get. What is not for ever
   * is tried again with the whole board.
   *
   * @param reason why the board cannot use what may not be read
   * @param told the object, by its kind and name
   */
  Optional<R> read(String namespace, String name, Duration interval, String reason, String told)
      throws UnusableSecret {
    try {
      return read(namespace, name, interval);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
        throw e;
      }
      throw new UnusableSecret(
          reason, "the operator may not read %s: give it back the right to get it".formatted(told));
    }
  }

  /** So that the next look finds what was mended meanwhile. */
  void forget(String namespace, String name) {
    seen.remove(key(namespace, name));
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private record Seen<R>(Instant at, Instant until, Optional<R> object) {

    /** By whoever is content with it longest. */
    Seen<R> keptFor(Duration patience) {
      var end = at.plus(patience);
      return end.isAfter(until) ? new Seen<>(at, end, object) : this;
    }
  }
}
