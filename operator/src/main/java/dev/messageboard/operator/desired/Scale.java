package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.TierSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many pods a tier's Deployment is to have, and on whose word.
 *
 * @param replicas null while an autoscaler decides
 * @param mark what has to be known in the next pass: the Deployment's annotation
 * @param guard the resourceVersion of the count that is taken over, null if none is
 */
public record Scale(Integer replicas, String mark, String guard) {

  public static final String ANNOTATION = "messageboard.dev/replicas";

  private static final String AUTOSCALED = "autoscaler";
  private static final Scale OF_AUTOSCALER = new Scale(null, AUTOSCALED, null);

  /** Nobody but the spec has a say. */
  public static Scale fixed(int replicas) {
    return new Scale(replicas, null, null);
  }

  /**
   * @param live the Deployment as it is
   * @param asked what the spec asks for while no autoscaler decides; empty while nobody can tell
   */
  public static Scale of(TierSpec spec, Optional<Deployment> live, OptionalInt asked) {
    return spec.autoscaling() != null
        ? OF_AUTOSCALER
        : live.map(
                deployment ->
                    asked.isEmpty() ? asIs(deployment) : taken(deployment, asked.getAsInt()))
            .orElseGet(() -> fixed(asked.orElseGet(spec::replicas)));
  }

  /** The mark stays, too: whose word the count is gets decided once it is known what is asked. */
  private static Scale asIs(Deployment live) {
    var mark = mark(live);
    return new Scale(live.getSpec().getReplicas(), mark.isEmpty() ? null : mark, null);
  }

  /**
   * Who ends autoscaling keeps the pods that the load called for, until the spec asks for another
   * number than it does now.
   */
  private static Scale taken(Deployment live, int asked) {
    var count = live.getSpec().getReplicas();
    var mark = mark(live);
    if (AUTOSCALED.equals(mark)) {
      var guard = live.getMetadata().getResourceVersion();
      return count > asked
          ? new Scale(count, kept(count, asked), guard)
          : new Scale(asked, null, guard);
    }
    return kept(mark, asked).map(keep -> new Scale(keep, mark, null)).orElseGet(() -> fixed(asked));
  }

  private static String mark(Deployment live) {
    return Optional.ofNullable(live.getMetadata().getAnnotations())
        .orElseGet(Map::of)
        .getOrDefault(ANNOTATION, "");
  }

  private static String kept(int count, int asked) {
    return "kept %d instead of %d".formatted(count, asked);
  }

  private static Optional<Integer> kept(String mark, int asked) {
    var words = mark.split(" ");
    return words.length > 1 && words[1].matches("[0-9]{1,4}")
        ? Optional.of(Integer.valueOf(words[1])).filter(n -> mark.equals(kept(n, asked)))
        : Optional.empty();
  }
}
