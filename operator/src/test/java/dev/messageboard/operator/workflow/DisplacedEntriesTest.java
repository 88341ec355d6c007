package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class DisplacedEntriesTest {

  private static final String DESIRED = "{spec: {ports: [{port: 80, protocol: TCP, name: http}]}}";

  @Test
  void anEditedKeyIsReplacedByTheWholeListGuardedByTheVersion() {
    assertThat(
            patch("{spec: {ports: [{port: 81, protocol: TCP, name: http, nodePort: 3}]}}", DESIRED))
        .isEqualTo(
            "[{\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"7\"},"
                + "{\"op\":\"replace\",\"path\":\"/spec/ports\",\"value\":[{\"port\":80,\"protocol\":\"TCP\",\"name\":\"http\"}]}]");
  }

  @Test
  void aForeignEntryBesideAllOfOursIsNotOurBusiness() {
    assertThat(
            patch(
                "{spec: {ports: [{port: 81, protocol: TCP}, {port: 80, protocol: TCP, targetPort: 1}]}}",
                DESIRED))
        .isEqualTo("[]");
  }

  @Test
  void anEmptyListIsLeftToTheApply() {
    assertThat(patch("{spec: {ports: []}}", DESIRED)).isEqualTo("[]");
    assertThat(patch("{spec: {}}", DESIRED)).isEqualTo("[]");
  }

  @Test
  void aListInsideAContainerIsFoundByTheContainersName() {
    var live =
        "{spec: {template: {spec: {containers: [{name: sidecar}, {name: api, env: [{name: B, value: x}]}]}}}}";
    var desired =
        "{spec: {template: {spec: {containers: [{name: api, env: [{name: A, value: x}]}]}}}}";
    assertThat(patch(live, desired))
        .contains("\"/spec/template/spec/containers/1/env\"")
        .doesNotContain("sidecar");
  }

  private static String patch(String live, String desired) {
    return DisplacedEntries.patch(
            tree("{metadata: {resourceVersion: '7'}, " + live.substring(1)), tree(desired))
        .toString();
  }

  private static JsonNode tree(String yaml) {
    return Serialization.unmarshal(yaml.startsWith("{") ? "---\n" + yaml : yaml, JsonNode.class);
  }
}
