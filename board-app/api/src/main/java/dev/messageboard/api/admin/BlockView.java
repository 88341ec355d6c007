package dev.messageboard.api.admin;

import dev.messageboard.api.moderation.ClientBlock;
import java.time.Instant;
import java.util.HexFormat;

/** A block as moderators see it. */
public record BlockView(String client, String reason, Instant createdAt, Instant expiresAt) {

  static BlockView of(ClientBlock block) {
    return new BlockView(
        HexFormat.of().formatHex(block.clientHash), block.reason, block.createdAt, block.expiresAt);
  }
}
