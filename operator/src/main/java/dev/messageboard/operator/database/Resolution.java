package dev.messageboard.operator.database;

import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.EmbeddedPasswords;
import dev.messageboard.operator.status.Problem;
import java.util.Optional;

/** The binding that the pods get; with a problem it is the last one that was accepted. */
public record Resolution(
    Optional<Binding> binding, Optional<EmbeddedPasswords> passwords, Optional<Problem> problem) {}
