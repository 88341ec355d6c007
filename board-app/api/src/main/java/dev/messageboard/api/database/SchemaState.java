package dev.messageboard.api.database;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the database was reached and has the schema of this code, and if not, why. */
@ApplicationScoped
public class SchemaState {

  private volatile boolean ready;
  private volatile String reason = "Starting";

  public boolean isReady() {
    return ready;
  }

  /** A reason while not ready, the version of the schema afterwards; never secret. */
  public String reason() {
    return reason;
  }

  void waitFor(String newReason) {
    reason = newReason;
  }

  public void reached(String version) {
    reason = version;
    ready = true;
  }
}
