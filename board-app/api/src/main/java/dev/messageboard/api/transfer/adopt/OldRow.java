package dev.messageboard.api.transfer.adopt;

import dev.messageboard.api.transfer.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of the old table.
 *
 * @param body each column's name and text, the first of them without its name
 */
record OldRow(String id, String author, List<Cell> body, Optional<Instant> created, String parent) {

  /** A column of the body. */
  record Cell(String column, String text) {}

  boolean isSigned() {
    return author != null && !author.isBlank();
  }

  /** Some tables say 0 or the row itself where there is nothing to answer. */
  boolean isReply() {
    return parent != null && !parent.isBlank() && !parent.equals("0") && !parent.equals(id);
  }

  /** As a message; the answered one is given, because its id is another here. */
  Line line(Defaults defaults, Long answered) {
    return new Line(
        null,
        answered == null ? null : String.valueOf(answered),
        isSigned() ? author : defaults.author(),
        text(),
        null,
        false,
        created.or(defaults::created).orElse(null),
        null,
        null);
  }

  private String text() {
    StringBuilder text = new StringBuilder(Optional.ofNullable(body.get(0).text()).orElse(""));
    for (Cell cell : body.subList(1, body.size())) {
      if (cell.text() != null && !cell.text().isBlank()) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(cell.column())
            .append(": ")
            .append(cell.text());
      }
    }
    return text.toString();
  }

  /** For rows that lack something. */
  record Defaults(String author, Optional<Instant> created) {}
}
