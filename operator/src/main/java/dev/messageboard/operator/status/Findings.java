package dev.messageboard.operator.status;

import dev.messageboard.operator.desired.OptionalApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the steps before the observation found: none of it can be seen in the cluster.
 *
 * @param named the Secrets that the board names beside its database's
 * @param drifts what others changed or removed and was found in this pass
 * @param changed the existing children that were written because they are wanted otherwise now
 * @param applied as what each child was last in order, where the next process has to know it
 * @param apis the optional kinds that the cluster knows
 * @param withheld the children that would have been written if the board were not paused
 */
public record Findings(
    Optional<Problem> spec,
    Optional<Problem> secret,
    SecretsSeen named,
    List<Problem> apply,
    List<Drift> drifts,
    List<Change> changed,
    List<String> withheld,
    Map<String, String> applied,
    Set<OptionalApi> apis) {

  /** A pass in which all went well and nothing was to be done. */
  public static final Findings NONE =
      new Findings(
          Optional.empty(),
          Optional.empty(),
          SecretsSeen.NONE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Set.of());

  /** What is wrong with the spec. */
  public Findings withSpec(Optional<Problem> problem) {
    return new Findings(problem, secret, named, apply, drifts, changed, withheld, applied, apis);
  }

  /** What is wrong with the Secret of the board's database. */
  public Findings withSecret(Optional<Problem> problem) {
    return new Findings(spec, problem, named, apply, drifts, changed, withheld, applied, apis);
  }

  /** What is known of the other Secrets that the board names. */
  public Findings withNamed(SecretsSeen seen) {
    return new Findings(spec, secret, seen, apply, drifts, changed, withheld, applied, apis);
  }

  /** What went wrong while the children were applied. */
  public Findings withApply(List<Problem> problems) {
    return new Findings(spec, secret, named, problems, drifts, changed, withheld, applied, apis);
  }

  /** What others did to the children. */
  public Findings withDrifts(List<Drift> found) {
    return new Findings(spec, secret, named, apply, found, changed, withheld, applied, apis);
  }

  /** What the operator did to existing children. */
  public Findings withChanged(List<Change> children) {
    return new Findings(spec, secret, named, apply, drifts, children, withheld, applied, apis);
  }

  /** The existing children, as "Kind name", whose contents are others now. */
  Stream<String> newContents() {
    return changed.stream().filter(Change::isOfContents).map(Change::object);
  }

  /** What the operator would have done, as "Kind name". */
  public Findings withWithheld(List<String> children) {
    return new Findings(spec, secret, named, apply, drifts, changed, children, applied, apis);
  }

  /** As what the children were last in order, as "Kind name" and a word for each. */
  public Findings withApplied(Map<String, String> children) {
    return new Findings(spec, secret, named, apply, drifts, changed, withheld, children, apis);
  }

  /** Which optional kinds the cluster knows. */
  public Findings withApis(Set<OptionalApi> known) {
    return new Findings(spec, secret, named, apply, drifts, changed, withheld, applied, known);
  }
}
