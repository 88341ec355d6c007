package dev.messageboard.api.transfer;

import java.util.ArrayList;
import java.util.List;

/** What came of an import; the first errors are told by line. */
public final class ImportReport {

  private static final int MOST_ERRORS = 100;

  public final boolean dryRun;
  public int read;
  public int created;
  public int skipped;
  public int refused;
  public final List<LineError> errors = new ArrayList<>();

  ImportReport(boolean dryRun) {
    this.dryRun = dryRun;
  }

  void refuse(int line, String message) {
    refused++;
    if (errors.size() < MOST_ERRORS) {
      errors.add(new LineError(line, message));
    }
  }

  /** Why a line was not taken. */
  public record LineError(int line, String message) {}
}
