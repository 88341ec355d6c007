package dev.messageboard.api.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One client's report of one message. */
@Entity
@Table(name = "report")
@IdClass(Report.Key.class)
public class Report extends PanacheEntityBase {

  @Id
  @Column(name = "message_id")
  public long messageId;

  @Id
  @Column(name = "client_hash")
  public byte[] clientHash;

  public String reason;

  @Column(name = "created_at")
  public Instant createdAt;

  /** What makes it unique. */
  public record Key(long messageId, byte[] clientHash) {}
}
