package dev.messageboard.api.transfer.adopt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of a table, and which of them is likely to hold what: the names that boards,
 * guestbooks and trackers use.
 *
 * @param all in the table's order
 * @param key the primary key
 */
record Columns(List<String> all, List<String> key) {

  private static final List<String> AUTHORS =
      List.of(
          "author",
          "author_name",
          "name",
          "username",
          "user_name",
          "nickname",
          "posted_by",
          "created_by",
          "reporter",
          "reported_by",
          "sender");

  private static final List<String> BODIES =
      List.of("body", "message", "content", "text", "comment", "description", "summary", "post");

  private static final List<String> TIMES =
      List.of(
          "created_at",
          "created",
          "createdat",
          "created_on",
          "posted_at",
          "date_posted",
          "reported_at",
          "submitted_at",
          "timestamp",
          "datetime",
          "date",
          "time");

  private static final List<String> PARENTS =
      List.of("parent_id", "parentid", "parent", "reply_to", "in_reply_to");

  /** Throws if a column that was asked for is not there, or one that is needed was not found. */
  Mapping mapping(AdoptConfig config) {
    String id =
        config
            .id()
            .map(this::existing)
            .or(() -> key.size() == 1 ? Optional.of(key.get(0)) : Optional.empty())
            .orElseThrow(() -> unknown("id", "a primary key of one column"));
    List<String> body =
        config
            .body()
            .map(names -> names.stream().map(this::existing).toList())
            .or(() -> likely(BODIES).map(List::of))
            .orElseThrow(() -> unknown("body", String.join(", ", BODIES)));
    return new Mapping(
        id,
        chosen(config.author(), AUTHORS),
        body,
        chosen(config.created(), TIMES),
        chosen(config.parent(), PARENTS));
  }

  /** What nothing is read from. */
  List<String> leftBehind(Mapping mapping) {
    return all.stream().filter(name -> !mapping.columns().contains(name)).toList();
  }

  private Optional<String> chosen(Optional<String> asked, List<String> names) {
    return asked.map(this::existing).or(() -> likely(names));
  }

  private Optional<String> likely(List<String> names) {
    return names.stream()
        .flatMap(
            name -> all.stream().filter(column -> column.toLowerCase(Locale.ROOT).equals(name)))
        .findFirst();
  }

  private String existing(String asked) {
    return all.stream()
        .filter(asked.strip()::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> new AdoptRefusal("There is no column " + asked + told()));
  }

  private AdoptRefusal unknown(String flag, String lookedFor) {
    return new AdoptRefusal(
        "Say --%s=<column>: the table has none of those that are looked for (%s)%s"
            .formatted(flag, lookedFor, told()));
  }

  private String told() {
    return "; its columns are " + String.join(", ", all);
  }
}
