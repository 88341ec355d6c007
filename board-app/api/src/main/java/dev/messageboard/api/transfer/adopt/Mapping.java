package dev.messageboard.api.transfer.adopt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which column becomes what.
 *
 * @param body the first is the text, each other one a line under it
 */
record Mapping(
    String id,
    Optional<String> author,
    List<String> body,
    Optional<String> created,
    Optional<String> parent) {

  List<String> columns() {
    return Stream.of(
            Stream.of(id), author.stream(), body.stream(), created.stream(), parent.stream())
        .flatMap(part -> part)
        .distinct()
        .toList();
  }

  /** The board lists by id, which is given in the order of reading. */
  List<String> order() {
    return Stream.concat(created.stream(), Stream.of(id)).toList();
  }

  @Override
  public String toString() {
    return "id from %s, author from %s, body from %s, time from %s, answered message from %s"
        .formatted(
            id,
            author.orElse("nothing"),
            String.join(", ", body),
            created.orElse("nothing"),
            parent.orElse("nothing"));
  }
}
