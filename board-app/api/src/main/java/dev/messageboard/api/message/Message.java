package dev.messageboard.api.message;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A row of the table {@code message}. The id grows with every post, so it is also the list's order.
 * What changes a row holds its lock: see {@link Messages#locked}.
 */
@Entity
@Table(name = "message")
@DynamicUpdate
public class Message extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "parent_id")
  public Long parentId;

  public String author;

  public String body;

  @Enumerated(EnumType.ORDINAL)
  @Column(columnDefinition = "tinyint")
  public MessageState state = MessageState.VISIBLE;

  /** Whether lists show it: visible, or the tombstone of a thread. */
  public boolean listed = true;

  public boolean pinned;

  /** Grows with every change of text or state: what an edit is based on. */
  public int version = 1;

  /** Grows with everything else that shows, so that caches notice. */
  public int activity;

  @Column(name = "reply_count")
  public int replyCount;

  @Column(name = "report_count")
  public int reportCount;

  @Embedded public ReactionCounts reactions = new ReactionCounts();

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "edited_at")
  public Instant editedAt;

  @Column(name = "changed_at")
  public Instant changedAt;

  @Column(name = "deleted_at")
  public Instant deletedAt;

  @Column(name = "token_hash")
  public byte[] tokenHash;

  @Column(name = "client_hash")
  public byte[] clientHash;

  @Column(name = "content_hash")
  public byte[] contentHash;

  @Column(name = "idempotency_key")
  public byte[] idempotencyKey;

  /** Text and author are gone at once; a thread keeps the place. */
  void delete(Instant now) {
    author = "";
    body = "";
    pinned = false;
    deletedAt = now;
    move(MessageState.DELETED, now);
  }

  /** From one state to another. */
  public void move(MessageState next, Instant now) {
    state = next;
    listed = next == MessageState.VISIBLE || (next == MessageState.DELETED && replyCount > 0);
    version++;
    changedAt = now;
  }

  void edit(String text, Instant now) {
    body = text;
    editedAt = now;
    changedAt = now;
    version++;
  }

  /** One reply more, or one less; a tombstone whose thread is empty goes. */
  public void countReply(int by, Instant now) {
    replyCount = Math.max(0, replyCount + by);
    listed = listed && (state != MessageState.DELETED || replyCount > 0);
    touch(now);
  }

  /** Something shows that is neither text nor state. */
  public void touch(Instant now) {
    activity++;
    changedAt = now;
  }
}
