package dev.messageboard.operator.workflow;

import dev.messageboard.operator.status.Drift;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * As what each child was last seen in order. What is desired unchanged since and differs all the
 * same was changed by somebody else.
 */
public final class Settled {

  private final Map<ResourceID, Map<String, String>> boards = new ConcurrentHashMap<>();

  private final Map<ResourceID, Set<Drift>> told = new ConcurrentHashMap<>();

  /** A board that is gone needs no memory. */
  public void forget(ResourceID board) {
    boards.remove(board);
    told.remove(board);
  }

  /** Of these differences the ones that are news: one that is left alone is found in each pass. */
  List<Drift> news(ResourceID board, Collection<Drift> drifts) {
    var left = drifts.stream().filter(drift -> !drift.isHealed()).collect(Collectors.toSet());
    var before = Objects.requireNonNullElse(told.put(board, left), Set.<Drift>of());
    return drifts.stream().filter(drift -> !before.contains(drift)).toList();
  }

  /** After a restart: what the process before has left in the status. */
  void recall(ResourceID board, Map<String, String> applied) {
    boards.putIfAbsent(board, new ConcurrentHashMap<>(applied));
  }

  /** What the next process has to know. */
  Map<String, String> of(ResourceID board) {
    return new TreeMap<>(boards.getOrDefault(board, Map.of()));
  }

  void remember(ResourceID board, String child, String digest) {
    boards.computeIfAbsent(board, any -> new ConcurrentHashMap<>()).put(child, digest);
  }

  /** It is not wanted any more: if it is again, nobody else removed it. */
  void forget(ResourceID board, String child) {
    boards.getOrDefault(board, Map.of()).remove(child);
  }

  boolean knows(ResourceID board, String child) {
    return boards.getOrDefault(board, Map.of()).containsKey(child);
  }

  boolean isDesiredAsBefore(ResourceID board, String child, String digest) {
    return digest.equals(boards.getOrDefault(board, Map.of()).get(child));
  }
}
