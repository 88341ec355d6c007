package dev.messageboard.api.message;

import java.time.Instant;

/** A message as the API shows it. The id is a string: JavaScript's numbers end at 2^53. */
public record MessageView(String id, String author, String body, Instant createdAt) {

  static MessageView of(Message message) {
    return new MessageView(
        String.valueOf(message.id), message.author, message.body, message.createdAt);
  }
}
