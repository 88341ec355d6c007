package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.status.Problem;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.AggregatedOperatorException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What went wrong while the children were applied. */
public final class ApplyProblems {

  private static final String NAME_CONFLICT = "NameConflict";
  private static final String APPLY_FAILED = "ApplyFailed";
  private static final int UNPROCESSABLE = 422;

  private ApplyProblems() {}

  /** None, if it ends well. */
  public static List<Problem> of(Runnable apply) {
    try {
      apply.run();
      return List.of();
    } catch (AggregatedOperatorException e) {
      return of(e.getAggregatedExceptions().values());
    }
  }

  private static List<Problem> of(Collection<Exception> exceptions) {
    return exceptions.stream()
        .map(ApplyProblems::problem)
        .sorted(Comparator.comparing(Problem::reason).reversed().thenComparing(Problem::message))
        .toList();
  }

  /** A conflict of names waits for a person; everything else may pass. */
  public static boolean deserveRetry(List<Problem> problems) {
    return problems.stream().anyMatch(problem -> !NAME_CONFLICT.equals(problem.reason()));
  }

  /** Whether the board is not Ready for want of something that may pass. */
  public static boolean areToldIn(MessageBoardStatus status) {
    return status
        .condition("Ready")
        .filter(ready -> APPLY_FAILED.equals(ready.getReason()))
        .isPresent();
  }

  private static Problem problem(Exception e) {
    if (e instanceof NameConflictException) {
      return new Problem(NAME_CONFLICT, e.getMessage());
    }
    var reason = isWrongValue(e) ? "InvalidSpec" : APPLY_FAILED;
    return new Problem(reason, "the API server refused a part of the board: " + told(e));
  }

  /** What it finds invalid stays so until a person changes the spec. */
  private static boolean isWrongValue(Exception e) {
    return e instanceof KubernetesClientException client && client.getCode() == UNPROCESSABLE;
  }

  private static String told(Exception e) {
    return e instanceof KubernetesClientException client && client.getStatus() != null
        ? client.getStatus().getMessage()
        : e.toString();
  }
}
