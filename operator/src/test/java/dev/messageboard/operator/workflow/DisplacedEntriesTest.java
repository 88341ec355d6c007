package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class DisplacedEntriesTest {

  private static final String DESIRED = "{spec: {ports: [{port: 80, protocol: TCP, name: http}]}}";
  private static final String PORT_80 = "'k:{\"port\":80,\"protocol\":\"TCP\"}': {.: {}}";
  private static final String PORT_81 = "'k:{\"port\":81,\"protocol\":\"TCP\"}': {.: {}}";

  @Test
  void anEditedKeyIsReplacedByTheWholeListGuardedByTheVersion() {
    assertThat(
            patch(
                "{ports: [{port: 81, protocol: TCP, name: http, nodePort: 3}]}",
                DESIRED,
                "{}",
                ports(PORT_81)))
        .isEqualTo(
            "[{\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"7\"},"
                + "{\"op\":\"replace\",\"path\":\"/spec/ports\",\"value\":[{\"port\":80,\"protocol\":\"TCP\",\"name\":\"http\"}]}]");
  }

  @Test
  void aForeignEntryBesideAllOfOursIsNotOurBusiness() {
    assertThat(
            patch(
                "{ports: [{port: 81, protocol: TCP}, {port: 80, protocol: TCP, targetPort: 1}]}",
                DESIRED,
                ports(PORT_80),
                ports(PORT_81)))
        .isEqualTo("[]");
  }

  @Test
  void anotherEntryThatWasNeverThereIsLeftToTheApply() {
    assertThat(
            patch("{ports: [{port: 81, protocol: TCP}]}", DESIRED, ports(PORT_81), "{f:spec: {}}"))
        .as("it is we who had the other one")
        .isEqualTo("[]");
    assertThat(patch("{ports: []}", DESIRED, "{}", "{}")).isEqualTo("[]");
    assertThat(patch("{}", DESIRED, "{}", "{}")).isEqualTo("[]");
  }

  @Test
  void aListThatIsHeldAsAWholeIsLeftToTheApply() {
    assertThat(
            patch("{ports: [{port: 81, protocol: TCP}]}", DESIRED, "{}", "{f:spec: {f:ports: {}}}"))
        .isEqualTo("[]");
  }

  @Test
  void aListInsideAContainerIsFoundByTheContainersName() {
    var spec =
        "{template: {spec: {containers: [{name: sidecar}, {name: api, env: [{name: B, value: x}]}]}}}";
    var desired =
        "{spec: {template: {spec: {containers: [{name: api, env: [{name: A, value: x}]}]}}}}";
    var fields = "{f:spec: {f:template: {f:spec: {f:containers: {'k:{\"name\":\"api\"}': %s}}}}}";
    var theirs = fields.formatted("{f:env: {'k:{\"name\":\"B\"}': {.: {}}}}");
    assertThat(patch(spec, desired, fields.formatted("{.: {}}"), theirs))
        .contains("\"/spec/template/spec/containers/1/env\"")
        .doesNotContain("sidecar");
  }

  @Test
  void anEntryOfTwoKeysIsAnotherWhenOneOfThemChanged() {
    var live =
        "{topologySpreadConstraints: [{topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}]}";
    var desired =
        "{spec: {topologySpreadConstraints: [{topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]}}";
    var theirs =
        "{f:spec: {f:topologySpreadConstraints: {'k:{\"topologyKey\":\"zone\",\"whenUnsatisfiable\":\"ScheduleAnyway\"}': {.: {}}}}}";
    assertThat(patch(live, desired, "{}", theirs))
        .contains("\"replace\",\"path\":\"/spec/topologySpreadConstraints\"");
  }

  @Test
  void whatWasOncePutBackSoIsGivenUpOnceItIsNoLongerDesired() {
    var live = "{ports: [{port: 80, protocol: TCP}, {port: 81, protocol: TCP}]}";
    var both = ports(PORT_80 + ", " + PORT_81);
    assertThat(patch(live, DESIRED, both, "{}", both))
        .contains("{\"op\":\"remove\",\"path\":\"/metadata/managedFields/2\"}");
    assertThat(patch(live, DESIRED, both, "{}", ports(PORT_80))).isEqualTo("[]");
  }

  private static String ports(String entries) {
    return "{f:spec: {f:ports: {%s}}}".formatted(entries);
  }

  private static String patch(String spec, String desired, String applied, String theirs) {
    return patch(spec, desired, applied, theirs, "{}");
  }

  private static String patch(
      String spec, String desired, String applied, String theirs, String patched) {
    var live =
        """
        spec: %s
        metadata:
          resourceVersion: '7'
          managedFields:
          - {manager: messageboard-operator, operation: Apply, fieldsV1: %s}
          - {manager: a-person, operation: Update, fieldsV1: %s}
          - {manager: messageboard-operator, operation: Update, fieldsV1: %s}
        """
            .formatted(spec, applied, theirs, patched);
    return DisplacedEntries.patch(tree(live), tree(desired)).toString();
  }

  private static JsonNode tree(String yaml) {
    return Serialization.unmarshal("---\n" + yaml, JsonNode.class);
  }
}
