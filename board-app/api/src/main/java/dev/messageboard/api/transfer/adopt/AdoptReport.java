package dev.messageboard.api.transfer.adopt;

import java.util.ArrayList;
import java.util.List;

/** What came of it, counted by rows of the old table: found = adopted + known + refused. */
final class AdoptReport {

  final boolean dryRun;
  int found;
  int adopted;
  int known;

  /** Of the adopted ones, those that got the name for rows without one. */
  int unsigned;

  /** Of the adopted ones, replies to rows that are not there. */
  int orphans;

  final List<Refused> refused = new ArrayList<>();

  AdoptReport(boolean dryRun) {
    this.dryRun = dryRun;
  }

  @Override
  public String toString() {
    String deed = dryRun ? "would be adopted" : "adopted";
    String rows =
        "%d rows found, %d %s, %d were there already, %d refused"
            .formatted(found, adopted, deed, known, refused.size());
    String lacking =
        "; of the adopted, %d had no author and %d answer rows that are not there"
            .formatted(unsigned, orphans);
    return rows + lacking + (dryRun ? ". Nothing was written: --apply does it" : "");
  }

  /** A row that breaks a rule of the board. */
  record Refused(String row, String reason) {}
}
