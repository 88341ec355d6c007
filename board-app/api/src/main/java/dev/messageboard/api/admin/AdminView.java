package dev.messageboard.api.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageView;
import java.util.HexFormat;
import java.util.Locale;

/** A message as moderators see it; the client is what a block is laid on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdminView(
    @JsonUnwrapped MessageView message, String state, int reportCount, String client) {

  static AdminView of(Message row, MessageView view) {
    return new AdminView(
        view,
        row.state.name().toLowerCase(Locale.ROOT),
        row.reportCount,
        row.clientHash == null ? null : HexFormat.of().formatHex(row.clientHash));
  }
}
