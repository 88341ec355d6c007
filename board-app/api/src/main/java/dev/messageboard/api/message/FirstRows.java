package dev.messageboard.api.message;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The newest messages that can be read, for those who follow the board from elsewhere. */
@ApplicationScoped
public class FirstRows {

  private final ETags tags;

  FirstRows(ETags tags) {
    this.tags = tags;
  }

  public Tagged newest(int limit) {
    List<Message> rows =
        Message.<Message>find("listed = true", Sort.descending("id")).page(0, limit).list().stream()
            .filter(row -> row.state == MessageState.VISIBLE)
            .toList();
    return new Tagged(
        rows, tags.of(rows.stream().map(MessageRow::of).toList(), String.valueOf(limit)));
  }

  /** Messages and the entity tag of all of them. */
  public record Tagged(List<Message> messages, String tag) {

    public boolean isKnownTo(String ifNoneMatch) {
      return ETags.matches(ifNoneMatch, tag);
    }

    public Optional<Instant> changedAt() {
      return messages.stream()
          .map(row -> row.changedAt == null ? row.createdAt : row.changedAt)
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder());
    }
  }
}
