package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierPodTest {

  @Test
  void withoutAWishThePodsAreSpreadOverZonesAndNodesWhereThatIsPossible() {
    var constraints = api("{}").getSpec().getTopologySpreadConstraints();
    assertThat(constraints)
        .extracting("topologyKey")
        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    assertThat(constraints)
        .allSatisfy(
            constraint -> {
              assertThat(constraint.getWhenUnsatisfiable()).isEqualTo("ScheduleAnyway");
              assertThat(constraint.getLabelSelector().getMatchLabels())
                  .isEqualTo(Labels.selector(Boards.embedded(), Component.API));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {scheduling: {nodeSelector: {a: b}}}                            | "nodeSelector":{"a":"b"}
          {scheduling: {tolerations: [{key: a, operator: Exists, value: ''}]}} | "tolerations":[{"key":"a","operator":"Exists"}]
          {scheduling: {priorityClassName: high}}                         | "priorityClassName":"high"
          {scheduling: {affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: t}]}}}} | "affinity":{"podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"t"}]}}
          {imagePullSecrets: [{name: s}]}                                 | "imagePullSecrets":[{"name":"s"}]
          {terminationGracePeriodSeconds: 77}                             | "terminationGracePeriodSeconds":77
          {imagePullPolicy: Always}                                       | "imagePullPolicy":"Always"
          """)
  void whatTheSpecAsksForIsInThePod(String api, String wanted) {
    assertThat(Serialization.asJson(api(api).getSpec())).contains(wanted);
  }

  @Test
  void aConstraintWithoutASelectorCountsThePodsOfItsTier() {
    var constraint =
        api("{scheduling: {topologySpreadConstraints: [{topologyKey: t, maxSkew: 2,"
                + " whenUnsatisfiable: DoNotSchedule}]}}")
            .getSpec()
            .getTopologySpreadConstraints()
            .get(0);
    assertThat(constraint.getMaxSkew()).isEqualTo(2);
    assertThat(constraint.getLabelSelector().getMatchLabels())
        .containsEntry(Labels.COMPONENT, "api");
  }

  @Test
  void labelsAndAnnotationsStandBesideOursAndTheTriggerBesideThem() {
    var metadata =
        of("{version: 1, restartTrigger: now, api: {podLabels: {a: b}, podAnnotations: {c: d}},"
                + " database: {embedded: {}}}")
            .getMetadata();
    assertThat(metadata.getLabels()).containsEntry("a", "b").containsEntry(Labels.COMPONENT, "api");
    assertThat(metadata.getAnnotations())
        .containsEntry("c", "d")
        .containsEntry("messageboard.dev/restart-trigger", "now")
        .containsKey("messageboard.dev/config-hash");
  }

  @Test
  void theApiKnowsItsPodAndItsFilesAndWhatTheSpecAdds() {
    var variables =
        api("{env: [{name: A, value: b}, {name: NODE, valueFrom: {fieldRef: {fieldPath:"
                + " spec.nodeName}}}, {name: MEM, valueFrom: {resourceFieldRef: {resource:"
                + " limits.memory}}}]}")
            .getSpec()
            .getContainers()
            .get(0)
            .getEnv();
    assertThat(variables)
        .extracting(EnvVar::getName)
        .containsExactly(
            "SERVICE_BINDING_ROOT",
            "MESSAGEBOARD_SCHEMA",
            "QUARKUS_CONFIG_LOCATIONS",
            "POD_NAME",
            "POD_NAMESPACE",
            "POD_IP",
            "A",
            "NODE",
            "MEM");
    assertThat(Serialization.asJson(variables.subList(7, 9)))
        .isEqualTo(
            "[{'name':'NODE','valueFrom':{'fieldRef':{'apiVersion':'v1','fieldPath':'spec.nodeName'}}},{'name':'MEM','valueFrom':{'resourceFieldRef':{'divisor':'0','resource':'limits.memory'}}}]"
                .replace('\'', '"'));
  }

  @Test
  void theKeysAndTheAdminsTokenAreInOneDirectory() {
    var board =
        of(
            "{version: 1, board: {adminSecretRef: {name: team-admin, key: t}}, database: {embedded:"
                + " {}}}");
    assertThat(Serialization.asJson(board.getSpec().getVolumes()))
        .contains(
            "{'secret':{'name':'team-keys'}},{'secret':{'items':[{'key':'t','path':'admin-token'}],'name':'team-admin','optional':true}}"
                .replace('\'', '"'));
  }

  private static PodTemplateSpec api(String api) {
    return of("{version: 1, api: " + api + ", database: {embedded: {}}}");
  }

  private static PodTemplateSpec of(String spec) {
    MessageBoard board = Boards.of(spec);
    return DesiredApiDeployment.of(board, Boards.inputs(), Boards.binding())
        .getSpec()
        .getTemplate();
  }
}
