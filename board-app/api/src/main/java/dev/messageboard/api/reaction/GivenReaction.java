package dev.messageboard.api.reaction;

import dev.messageboard.api.message.Reaction;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One client's reaction to one message. */
@Entity
@Table(name = "reaction")
@IdClass(GivenReaction.Key.class)
public class GivenReaction extends PanacheEntityBase {

  @Id
  @Column(name = "message_id")
  public long messageId;

  @Id
  @Column(name = "client_hash")
  public byte[] clientHash;

  @Id
  @Enumerated(EnumType.ORDINAL)
  @Column(columnDefinition = "tinyint")
  public Reaction name;

  @Column(name = "created_at")
  public Instant createdAt;

  /** What makes it unique. */
  public record Key(long messageId, byte[] clientHash, Reaction name) {}
}
