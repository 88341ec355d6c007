package dev.messageboard.api.moderation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One line of the record of what moderators did; written in the transaction of the deed. */
@Entity
@Table(name = "audit")
public class Audit extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String action;
  public String target;
  public String detail;

  @Column(name = "created_at")
  public Instant createdAt;

  /** Adds a line. */
  public static void note(String action, String target, String detail) {
    Audit line = new Audit();
    line.action = action;
    line.target = target;
    line.detail = detail;
    line.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    line.persist();
  }
}
