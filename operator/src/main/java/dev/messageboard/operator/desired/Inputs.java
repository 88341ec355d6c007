package dev.messageboard.operator.desired;

import java.util.Optional;

/**
 * What the desired objects need and the board does not say. Without a binding whatever needs it
 * stays as it is.
 */
public record Inputs(
    Images images, Optional<Binding> binding, Optional<EmbeddedPasswords> passwords) {}
