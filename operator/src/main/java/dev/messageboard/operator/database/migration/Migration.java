package dev.messageboard.operator.database.migration;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.DesiredMigrationJob;
import dev.messageboard.operator.desired.Images;
import dev.messageboard.operator.desired.SchemaGate;
import dev.messageboard.operator.status.DatabaseCheck;
import dev.messageboard.operator.status.MigrationJob;
import dev.messageboard.operator.status.MigrationJobs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the schema stands on its way to the version that is asked for. Truth is Flyway's history: a
 * Job that succeeded counts only as long as the database still has what it brought.
 *
 * @param current the Job that tells of this version
 */
public record Migration(SchemaGate gate, Optional<MigrationJob> current) {

  /** Nothing is known yet. */
  public static final Migration CLOSED =
      new Migration(new SchemaGate(false, false, Set.of()), Optional.empty());

  /**
   * @param binding that the pods have or get
   * @param check the last login
   */
  public static Migration of(
      MessageBoard board,
      Images images,
      Optional<Binding> binding,
      List<MigrationJob> jobs,
      Optional<DatabaseCheck> check) {
    if (!board.getSpec().migration().byJob()) {
      return new Migration(SchemaGate.OPEN, Optional.empty());
    }
    return binding.map(to -> of(board, images, to, jobs, check)).orElse(CLOSED);
  }

  private static Migration of(
      MessageBoard board,
      Images images,
      Binding binding,
      List<MigrationJob> jobs,
      Optional<DatabaseCheck> check) {
    var target = DesiredMigrationJob.target(board, images, binding);
    var name = DesiredMigrationJob.of(board, images, binding).getMetadata().getName();
    var isUndone = isUndone(jobs, check);
    var current =
        current(
            jobs.stream()
                .filter(job -> target.equals(job.target()) && !isUndone.test(job))
                .toList(),
            name);
    var isOpen = current.filter(job -> job.is(MigrationState.Complete)).isPresent();
    var isFree = jobs.stream().noneMatch(job -> name.equals(job.name()));
    var isLetIn =
        !board.getSpec().database().checkedByOperator()
            || check.filter(DatabaseCheck::isAccepted).isPresent();
    var outdated =
        jobs.stream()
            .filter(job -> !job.isLeaving() && !current.filter(job::equals).isPresent())
            .filter(job -> isOpen || isUndone.test(job) || isElsewhere(job, target))
            .map(MigrationJob::name)
            .collect(Collectors.toSet());
    return new Migration(
        new SchemaGate(isOpen, current.isEmpty() && isFree && isLetIn, outdated), current);
  }

  /** One that succeeded, else one that runs, else the one that failed by the present means. */
  private static Optional<MigrationJob> current(List<MigrationJob> ofTarget, String name) {
    return Stream.<Predicate<MigrationJob>>of(
            job -> job.is(MigrationState.Complete),
            job -> job.is(MigrationState.Running),
            job -> name.equals(job.name()))
        .flatMap(best -> ofTarget.stream().filter(job -> !job.isLeaving()).filter(best))
        .findFirst();
  }

  private static Predicate<MigrationJob> isUndone(
      List<MigrationJob> jobs, Optional<DatabaseCheck> check) {
    var told =
        check
            .filter(DatabaseCheck::isAccepted)
            .filter(login -> login.occasion().equals(MigrationJobs.occasion(jobs)))
            .flatMap(DatabaseCheck::server);
    return job ->
        job.is(MigrationState.Complete)
            && told.filter(server -> job.isUndoneIn(server.schemaVersion())).isPresent();
  }

  /** A version that nobody asks for any more need not be reached. */
  private static boolean isElsewhere(MigrationJob job, String target) {
    return job.is(MigrationState.Running) && !target.equals(job.target());
  }
}
