package dev.messageboard.api.message;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A row of the table {@code message}. The id grows with every post, so it is also the list's order.
 */
@Entity
@Table(name = "message")
public class Message extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String author;

  public String body;

  @Column(name = "created_at")
  public Instant createdAt;
}
