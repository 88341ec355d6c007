package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredDeploymentTest {

  @Test
  void theVersionIsTheTagOfTheDefaultImages() {
    assertThat(image(frontend(Boards.embedded()))).isEqualTo("reg/frontend:1.2.3");
    assertThat(image(api(Boards.embedded()))).isEqualTo("reg/api:1.2.3");
  }

  @Test
  void aTiersOwnImageWins() {
    var board =
        Boards.of("{version: 1.2.3, api: {image: my/api@sha256:abc}, database: {embedded: {}}}");
    assertThat(image(api(board))).isEqualTo("my/api@sha256:abc");
    assertThat(image(frontend(board))).isEqualTo("reg/frontend:1.2.3");
  }

  @Test
  void replicasAndResourcesAreTheSpecs() {
    var board =
        Boards.of(
            "{version: 1.2.3, api: {replicas: 0, resources: {limits: {memory: 1Gi}}}, database:"
                + " {embedded: {}}}");
    var container = api(board).getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(api(board).getSpec().getReplicas()).isZero();
    assertThat(container.getResources().getLimits()).containsEntry("memory", new Quantity("1Gi"));
    assertThat(container.getResources().getRequests()).isEmpty();
  }

  @Test
  void aPodCountsOnceTheNodesHadTimeToLearnOfIt() {
    assertThat(api(Boards.embedded()).getSpec().getMinReadySeconds()).isEqualTo(2);
    assertThat(frontend(Boards.embedded()).getSpec().getMinReadySeconds()).isEqualTo(2);
  }

  @Test
  void theSelectorCarriesOnlyLabelsThatNeverChange() {
    assertThat(api(Boards.embedded()).getSpec().getSelector().getMatchLabels())
        .containsOnlyKeys(
            "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component");
    assertThat(api(Boards.embedded()).getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(api(Boards.embedded()).getSpec().getSelector().getMatchLabels());
  }

  @Test
  void theBoardIsTheController() {
    assertThat(api(Boards.embedded()).getMetadata().getOwnerReferences())
        .singleElement()
        .satisfies(
            owner -> {
              assertThat(owner.getController()).isTrue();
              assertThat(owner.getUid()).isEqualTo("5e1f");
              assertThat(owner.getKind()).isEqualTo("MessageBoard");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {title: Other}              | both
          {theme: {accent: '#ff0000'}} | frontend
          {retentionDays: 30}         | api
          {posting: closed}           | both
          """)
  void whatIsReadByATierRollsThatTierAndNoOther(String change, String rolled) {
    var other = Boards.of("{version: 1.2.3, board: " + change + ", database: {embedded: {}}}");
    var frontendRolls = !hash(frontend(other)).equals(hash(frontend(Boards.embedded())));
    var apiRolls = !hash(api(other)).equals(hash(api(Boards.embedded())));
    assertThat(frontendRolls).as("frontend").isEqualTo(!"api".equals(rolled));
    assertThat(apiRolls).as("api").isEqualTo(!"frontend".equals(rolled));
  }

  @Test
  void anotherPasswordRollsTheApi() {
    var binding = Boards.binding();
    var other =
        new Binding(
            binding.host(),
            binding.port(),
            binding.database(),
            binding.username(),
            "new",
            Tls.REQUIRED,
            binding.fingerprintKey());
    assertThat(hash(api(other))).isNotEqualTo(hash(api(Boards.embedded())));
    assertThat(hash(api(binding))).isEqualTo(hash(api(Boards.embedded())));
  }

  @Test
  void whoKnowsEverythingButTheKeyCannotTellWhetherAGuessedPasswordIsRight() {
    var binding = Boards.binding();
    var guess =
        new Binding(
            binding.host(),
            binding.port(),
            binding.database(),
            binding.username(),
            binding.password(),
            Tls.REQUIRED,
            "another key");
    assertThat(hash(api(guess))).isNotEqualTo(hash(api(binding)));
    assertThat(hash(mysql("a"))).isNotEqualTo(hash(mysql("b")));
  }

  private static PodTemplateSpec mysql(String key) {
    var passwords = new EmbeddedPasswords("root-secret", "user-secret", key);
    return DesiredMysqlStatefulSet.of(Boards.embedded(), Boards.inputs(), passwords)
        .getSpec()
        .getTemplate();
  }

  private static Deployment api(Binding binding) {
    return DesiredApiDeployment.of(Boards.embedded(), Boards.inputs(), binding);
  }

  private static Deployment frontend(MessageBoard board) {
    return DesiredFrontendDeployment.of(board, Boards.inputs(board));
  }

  private static Deployment api(MessageBoard board) {
    return DesiredApiDeployment.of(board, Boards.inputs(board), Boards.binding());
  }

  private static String image(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getImage();
  }

  private static String hash(Deployment deployment) {
    return hash(deployment.getSpec().getTemplate());
  }

  private static String hash(PodTemplateSpec template) {
    return template.getMetadata().getAnnotations().get(Fingerprint.ANNOTATION);
  }
}
