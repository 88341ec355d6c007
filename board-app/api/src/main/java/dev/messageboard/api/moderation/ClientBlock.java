package dev.messageboard.api.moderation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A client that may not post until a time. */
@Entity
@Table(name = "client_block")
public class ClientBlock extends PanacheEntityBase {

  @Id
  @Column(name = "client_hash")
  public byte[] clientHash;

  public String reason;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "expires_at")
  public Instant expiresAt;
}
