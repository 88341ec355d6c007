package dev.messageboard.api.transfer.adopt;

import dev.messageboard.api.database.Rows;
import dev.messageboard.api.transfer.Line;
import dev.messageboard.api.transfer.LineRules;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One pass over an old table: rows in batches, a reply after what it answers, which may stand
 * behind it. Threads are one deep: a reply to a reply joins its thread.
 */
final class Adoption {

  private static final int LONGEST_ID = 64;
  private static final Long NOT_WRITTEN = 0L;

  private final Adopter board;
  private final LineRules rules;
  private final OldRow.Defaults defaults;
  private final AdoptReport report;

  private final boolean threaded;

  /** Each row's thread. */
  private final Map<String, Long> threads;

  private final Set<String> refused = new HashSet<>();
  private final List<OldRow> arrived = new ArrayList<>();
  private final List<OldRow> waiting = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  Adoption(
      Adopter board,
      LineRules rules,
      OldRow.Defaults defaults,
      boolean threaded,
      AdoptReport report)
      throws SQLException {
    this.board = board;
    this.rules = rules;
    this.defaults = defaults;
    this.report = report;
    this.threaded = threaded;
    this.threads = threaded ? board.threads() : Map.of();
  }

  void take(OldRow row) throws SQLException {
    report.found++;
    arrived.add(row);
    if (arrived.size() == Rows.LIST) {
      placeArrived();
    }
  }

  /** After the last row: replies that came before what they answer, and those without it. */
  void finish() throws SQLException {
    placeArrived();
    while (!waiting.isEmpty()) {
      List<OldRow> again = List.copyOf(waiting);
      waiting.clear();
      for (OldRow row : again) {
        place(row);
      }
      write();
      if (waiting.size() == again.size()) {
        addOrphans();
      }
    }
  }

  /** Those whose answered row is nowhere become threads, and one of each circle does. */
  private void addOrphans() throws SQLException {
    Set<String> ids = waiting.stream().map(OldRow::id).collect(Collectors.toSet());
    Map<Boolean, List<OldRow>> split =
        waiting.stream().collect(Collectors.partitioningBy(row -> ids.contains(row.parent())));
    List<OldRow> orphans = split.get(false);
    List<OldRow> rest = split.get(true);
    waiting.clear();
    waiting.addAll(orphans.isEmpty() ? rest.subList(1, rest.size()) : rest);
    for (OldRow orphan : orphans.isEmpty() ? rest.subList(0, 1) : orphans) {
      report.orphans += add(orphan, null) ? 1 : 0;
    }
    write();
  }

  private void placeArrived() throws SQLException {
    Set<String> known = board.known(arrived.stream().map(OldRow::id).toList());
    report.known += known.size();
    for (OldRow row : arrived) {
      if (!known.contains(row.id())) {
        place(row);
      }
    }
    arrived.clear();
    write();
  }

  private void place(OldRow row) throws SQLException {
    if (!row.isReply()) {
      add(row, null);
    } else if (refused.contains(row.parent())) {
      refuse(row, "it answers row " + row.parent() + ", which was refused");
    } else {
      if (rows.contains(row.parent())) {
        write();
      }
      if (threads.containsKey(row.parent())) {
        add(row, threads.get(row.parent()));
      } else {
        waiting.add(row);
      }
    }
  }

  private boolean add(OldRow row, Long thread) throws SQLException {
    Line line = row.line(defaults, thread);
    Optional<String> wrong = wrong(row, line);
    if (wrong.isPresent()) {
      refuse(row, wrong.get());
      return false;
    }
    rows.add(row.id());
    lines.add(line);
    report.unsigned += row.isSigned() ? 0 : 1;
    if (rows.size() == Rows.LIST) {
      write();
    }
    return true;
  }

  private Optional<String> wrong(OldRow row, Line line) {
    if (row.id() == null || row.id().length() > LONGEST_ID) {
      return Optional.of("its id is missing or longer than " + LONGEST_ID + " characters");
    }
    if (line.createdAt() == null) {
      return Optional.of("it has no time; --created-if-missing=2020-01-01T00:00:00Z gives it one");
    }
    return rules.wrong(line);
  }

  private void refuse(OldRow row, String reason) {
    refused.add(row.id());
    report.refused.add(new AdoptReport.Refused(row.id(), reason));
  }

  private void write() throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<Long> ids = report.dryRun ? null : board.write(rows, lines);
    for (int i = 0; threaded && i < rows.size(); i++) {
      Long id = ids == null ? NOT_WRITTEN : ids.get(i);
      String thread = lines.get(i).parentId();
      threads.put(rows.get(i), thread == null ? id : Long.valueOf(thread));
    }
    report.adopted += rows.size();
    rows.clear();
    lines.clear();
  }
}
