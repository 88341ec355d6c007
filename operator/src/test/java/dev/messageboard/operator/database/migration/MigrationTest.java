package dev.messageboard.operator.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.DesiredMigrationJob;
import dev.messageboard.operator.desired.Images;
import dev.messageboard.operator.status.DatabaseCheck;
import dev.messageboard.operator.status.DatabaseServer;
import dev.messageboard.operator.status.MigrationJob;
import dev.messageboard.operator.status.MigrationJobs;
import dev.messageboard.operator.status.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationTest {

  private static final Images IMAGES = Boards.installation().images();
  private static final Binding BINDING = Boards.binding();
  private static final String TARGET =
      DesiredMigrationJob.target(Boards.migrated(), IMAGES, BINDING);
  private static final String NAME =
      DesiredMigrationJob.of(Boards.migrated(), IMAGES, BINDING).getMetadata().getName();
  private static final Optional<DatabaseCheck> REFUSED =
      Optional.of(DatabaseCheck.failed(new Problem("Timeout", "")));

  @Test
  void aJobIsWantedOnceTheDatabaseLetsTheBoardIn() {
    assertThat(seen(List.of(), Optional.empty()).gate().wantsJob()).isFalse();
    assertThat(seen(List.of(), REFUSED).gate().wantsJob()).isFalse();
    assertThat(seen(List.of(), found(null)).gate().wantsJob()).isTrue();
  }

  @Test
  void podsMayComeWhenTheJobSucceededAndTheHistoryHasWhatItBrought() {
    var running = job(NAME, TARGET, MigrationState.Running, null);
    assertThat(seen(List.of(running), found(null)).gate().isOpen()).isFalse();
    var done = job(NAME, TARGET, MigrationState.Complete, "11");
    assertThat(seen(List.of(done), found("11", done)).gate().isOpen()).isTrue();
    assertThat(seen(List.of(done), found("12", done)).gate().isOpen()).isTrue();
  }

  @Test
  void aLoginThatBeganBeforeTheJobWasDoneKnowsNothingOfIt() {
    var done = job(NAME, TARGET, MigrationState.Complete, "11");
    assertThat(seen(List.of(done), found(null)).gate().isOpen()).isTrue();
  }

  @Test
  void anOutageClosesNothing() {
    var done = job(NAME, TARGET, MigrationState.Complete, "11");
    assertThat(seen(List.of(done), REFUSED).gate().isOpen()).isTrue();
  }

  @Test
  void aDatabaseThatWasRestoredFromAnOlderTimeIsMigratedAgain() {
    var done = job(NAME, TARGET, MigrationState.Complete, "11");
    for (var history : new String[] {"9", "10.5", null}) {
      var gate = seen(List.of(done), found(history, done)).gate();
      assertThat(gate.isOpen()).isFalse();
      assertThat(gate.outdated()).containsExactly(NAME);
    }
    assertThat(seen(List.of(), found("9")).gate().wantsJob()).isTrue();
  }

  @Test
  void afterARotationTheJobThatSucceededStillCounts() {
    var done = job("team-migrate-before", TARGET, MigrationState.Complete, "11");
    var gate = seen(List.of(done), found("11", done)).gate();
    assertThat(gate.isOpen()).isTrue();
    assertThat(gate.wantsJob()).isFalse();
  }

  @Test
  void aFailedJobIsKeptAndAnotherOneComesWithOtherMeans() {
    var failed = job(NAME, TARGET, MigrationState.Failed, null);
    var same = seen(List.of(failed), found(null));
    assertThat(same.current()).contains(failed);
    assertThat(same.gate().wantsJob()).isFalse();
    assertThat(same.gate().outdated()).isEmpty();

    var before = job("team-migrate-before", TARGET, MigrationState.Failed, null);
    var other = seen(List.of(before), found(null));
    assertThat(other.gate().wantsJob()).isTrue();
    assertThat(other.gate().outdated()).isEmpty();
  }

  @Test
  void whatIsNotAskedForAnyMoreIsRemoved() {
    var elsewhere = job("team-migrate-v2", "other", MigrationState.Running, null);
    assertThat(seen(List.of(elsewhere), found(null)).gate().outdated())
        .containsExactly("team-migrate-v2");

    var failed = job("team-migrate-v0", "other", MigrationState.Failed, null);
    var done = job(NAME, TARGET, MigrationState.Complete, "11");
    assertThat(seen(List.of(failed, done), found("11", done)).gate().outdated())
        .containsExactly("team-migrate-v0");
  }

  @Test
  void withoutJobsEverythingIsLeftToOthers() {
    var gate =
        Migration.of(Boards.external(), IMAGES, Optional.of(BINDING), List.of(), found(null))
            .gate();
    assertThat(gate.isOpen()).isTrue();
    assertThat(gate.wantsJob()).isFalse();
  }

  private static Migration seen(List<MigrationJob> jobs, Optional<DatabaseCheck> check) {
    return Migration.of(Boards.migrated(), IMAGES, Optional.of(BINDING), jobs, check);
  }

  private static MigrationJob job(String name, String target, MigrationState state, String to) {
    return new MigrationJob(
        "uid of " + name,
        name,
        target,
        false,
        new MigrationStatus(state, name, null, to, 1, null, null, null),
        Optional.empty());
  }

  private static Optional<DatabaseCheck> found(String history, MigrationJob... done) {
    var server = new DatabaseServer("9.7.4", Optional.ofNullable(history), 151);
    return Optional.of(
        DatabaseCheck.connected("in", server).on(MigrationJobs.occasion(List.of(done))));
  }
}
