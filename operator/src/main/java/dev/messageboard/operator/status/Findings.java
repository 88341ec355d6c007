package dev.messageboard.operator.status;

import java.util.List;
import java.util.Optional;

/** What the steps before the observation found: none of it can be seen in the cluster. */
public record Findings(Optional<Problem> spec, Optional<Problem> secret, List<Problem> apply) {

  /** A pass in which all went well. */
  public static final Findings NONE = new Findings(Optional.empty(), Optional.empty(), List.of());

  /** What is wrong with the spec. */
  public Findings withSpec(Optional<Problem> problem) {
    return new Findings(problem, secret, apply);
  }

  /** What is wrong with a Secret that the board names. */
  public Findings withSecret(Optional<Problem> problem) {
    return new Findings(spec, problem, apply);
  }

  /** What went wrong while the children were applied. */
  public Findings withApply(List<Problem> problems) {
    return new Findings(spec, secret, problems);
  }
}
