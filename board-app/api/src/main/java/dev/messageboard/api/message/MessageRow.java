package dev.messageboard.api.message;

import java.time.Instant;

/**
 * What readers are shown of a {@link Message}: lists read these columns and no more, and make no
 * entities that nobody changes.
 */
record MessageRow(
    Long id,
    Long parentId,
    String author,
    String body,
    MessageState state,
    boolean pinned,
    int version,
    int activity,
    int replyCount,
    ReactionCounts reactions,
    Instant createdAt,
    Instant editedAt) {

  static MessageRow of(Message message) {
    return new MessageRow(
        message.id,
        message.parentId,
        message.author,
        message.body,
        message.state,
        message.pinned,
        message.version,
        message.activity,
        message.replyCount,
        message.reactions,
        message.createdAt,
        message.editedAt);
  }
}
