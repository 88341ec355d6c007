package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pods of a board are given that logs in with tokens in the place of a password. */
class IamLoginTest {

  @Test
  void theBindingSaysSoAndHasNoPassword() {
    var secret = DesiredDatabaseSecret.of(Boards.byIam("{}"), Boards.bindingByIam());
    assertThat(secret.getData())
        .containsKeys("auth", "username", "migration-username", "jdbc-url")
        .doesNotContainKeys("password", "migration-password");
  }

  @Test
  void aBindingWithAPasswordIsAsItWas() {
    assertThat(DesiredDatabaseSecret.data(Boards.binding()))
        .containsEntry("password", "pä$$word")
        .doesNotContainKey("auth");
  }

  @Test
  void thePodsMountTheirUserAndTheJobTheOneThatMigrates() {
    var board = Boards.byIam("{}");
    var binding = Boards.bindingByIam();
    var api = DesiredApiDeployment.of(board, Boards.inputs(board), binding);
    var job = DesiredMigrationJob.of(board, Boards.installation().images(), binding);

    assertThat(files(api.getSpec().getTemplate().getSpec()))
        .containsEntry("username", "username")
        .containsEntry("auth", "auth")
        .doesNotContainKey("password");
    assertThat(files(job.getSpec().getTemplate().getSpec()))
        .containsEntry("username", "migration-username")
        .containsEntry("auth", "auth")
        .doesNotContainKey("password");
  }

  /** The webhooks of IRSA and Pod Identity add their own token to the pod; ours stays out. */
  @Test
  void theJobRunsWithTheAccountOfTheApiWhichHasTheRole() {
    var board = Boards.byIam("{}");
    var job = DesiredMigrationJob.of(board, Boards.installation().images(), Boards.bindingByIam());

    assertThat(job.getSpec().getTemplate().getSpec().getServiceAccountName()).isEqualTo("team-api");
  }

  @Test
  void anotherWayToLogInRollsTheApi() {
    var board = Boards.byIam("{}");
    var inputs = Boards.inputs(board);
    var byToken = DesiredApiDeployment.of(board, inputs, Boards.bindingByIam());
    var byPassword = DesiredApiDeployment.of(board, inputs, Boards.binding());
    assertThat(byToken.getSpec().getTemplate()).isNotEqualTo(byPassword.getSpec().getTemplate());
  }

  private static Map<String, String> files(PodSpec pod) {
    return pod.getVolumes().stream()
        .filter(volume -> volume.getSecret() != null)
        .filter(volume -> "team-database".equals(volume.getSecret().getSecretName()))
        .map(volume -> volume.getSecret().getItems())
        .flatMap(List::stream)
        .collect(Collectors.toMap(KeyToPath::getPath, KeyToPath::getKey));
  }
}
