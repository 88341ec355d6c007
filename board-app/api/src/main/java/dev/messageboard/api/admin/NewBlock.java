package dev.messageboard.api.admin;

import java.time.Instant;

/** Until when a client may not post (seven days from now if left out), and why. */
public record NewBlock(String reason, Instant expiresAt) {}
