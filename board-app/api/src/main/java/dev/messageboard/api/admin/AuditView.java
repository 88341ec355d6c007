package dev.messageboard.api.admin;

import dev.messageboard.api.moderation.Audit;
import java.time.Instant;

/** A line of the audit. */
public record AuditView(String id, String action, String target, String detail, Instant createdAt) {

  static AuditView of(Audit line) {
    return new AuditView(
        String.valueOf(line.id), line.action, line.target, line.detail, line.createdAt);
  }
}
