package dev.messageboard.api.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * A message as the API shows it to everyone alike. Ids are strings: JavaScript's numbers end at
 * 2^53. What does not apply is left out.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record MessageView(
    String id,
    @JsonInclude String author,
    @JsonInclude String body,
    String html,
    Instant createdAt,
    Instant editedAt,
    String parentId,
    @JsonInclude int replyCount,
    boolean deleted,
    boolean pinned,
    @JsonInclude Map<String, Integer> reactions) {}
