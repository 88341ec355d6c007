package dev.messageboard.api.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.messageboard.api.message.MessageView;

/**
 * What the poster is told, once: the message and the token that edits and deletes it. {@code
 * pending} if a moderator has to see it first.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PostedView(@JsonUnwrapped MessageView message, String editToken, boolean pending) {}
