package dev.messageboard.operator.desired;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Map;

/**
 * Brings the schema to the version of the board; a Job cannot be changed, so its name tells what it
 * does.
 */
public final class DesiredMigrationJob {

  /** What the Job is for: Jobs of one target do the same, with other means. */
  public static final String TARGET = "messageboard.dev/migration-target";

  private static final int SHORT = 10;

  private DesiredMigrationJob() {}

  public static Job of(MessageBoard board, Images images, Binding binding) {
    var spec = board.getSpec().migration();
    var template = MigrationPod.of(board, images, binding);
    var target = target(board, images, binding);
    return new JobBuilder()
        .withMetadata(Child.of(board, Component.MIGRATION, Map.of(TARGET, target)))
        .editMetadata()
        .withName(name(board, template, target))
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(spec.maxAttempts() - 1)
        .withActiveDeadlineSeconds(Math.max(1, spec.patience().toSeconds()))
        .withTemplate(template)
        .endSpec()
        .build();
  }

  /** The same image on the same database need not migrate twice, whoever logs in. */
  public static String target(MessageBoard board, Images images, Binding binding) {
    return Fingerprint.of(
            "target",
            Map.of(
                "image",
                images.apiOf(board),
                "database",
                binding.endpoint() + "/" + binding.database(),
                "trigger",
                board.getSpec().migration().trigger()))
        .substring(0, SHORT);
  }

  private static String name(MessageBoard board, PodTemplateSpec template, String target) {
    var spec = board.getSpec().migration();
    var means =
        Map.of(
            "template",
            template.toString(),
            "target",
            target,
            "limits",
            spec.timeout() + " " + spec.maxAttempts());
    return "%s-migrate-%s"
        .formatted(
            board.getMetadata().getName(), Fingerprint.of("name", means).substring(0, SHORT));
  }
}
