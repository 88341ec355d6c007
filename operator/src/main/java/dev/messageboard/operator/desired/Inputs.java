package dev.messageboard.operator.desired;

import java.util.Optional;
import java.util.Set;

/**
 * What the desired objects need and the board does not say. Without a binding whatever needs it
 * stays as it is.
 */
public record Inputs(
    Installation installation,
    Optional<Binding> binding,
    Optional<EmbeddedPasswords> passwords,
    BoardKeys keys,
    Scales scales,
    Set<OptionalApi> apis,
    SchemaGate gate,
    ConnectionBudget connections) {

  /** The default images. */
  public Images images() {
    return installation.images();
  }
}
