package dev.messageboard.operator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs is told with its path, and whose doing it is from managedFields alone. */
class DifferencesTest {

  private static final String OURS =
      """
      f:metadata: {f:labels: {f:a.b/c: {}}}
      f:spec:
        f:type: {}
        f:flat: {}
        f:ports: {'k:{"port":80,"protocol":"TCP"}': {.: {}, f:name: {}, f:port: {}, f:protocol: {}}}
      """;
  private static final String DESIRED =
      """
      metadata: {labels: {a.b/c: x}}
      spec: {type: T, flat: [1, 2], ports: [{port: 80, protocol: TCP, name: http}]}
      """;

  @Test
  void anObjectAsDesiredHasNone() {
    assertThat(told(DESIRED, OURS, "{}")).isEmpty();
  }

  @Test
  void whatWeStillHoldIsDesiredOtherwiseNow() {
    assertThat(told(DESIRED.replace("type: T", "type: Old"), OURS, "{}"))
        .containsExactly(".spec.type ours");
    assertThat(told(DESIRED.replace("[1, 2]", "[1]"), OURS, "{}"))
        .as("a list that is held as a whole")
        .containsExactly(".spec.flat ours");
    assertThat(told(DESIRED, OURS.replace("f:type: {}", "f:type: {}\n  f:late: {}"), "{}"))
        .as("a field that is not desired any more")
        .containsExactly(".spec.late ours");
  }

  @Test
  void anEditedFieldIsHeldByWhoEditedIt() {
    assertThat(
            told(
                DESIRED.replace("type: T", "type: U"),
                OURS.replace("f:type: {}", ""),
                "{f:spec: {f:type: {}}}"))
        .containsExactly(".spec.type by kubectl-edit");
    assertThat(
            told(
                DESIRED.replace("a.b/c: x", "a.b/c: y"),
                OURS.replace("f:metadata: {f:labels: {f:a.b/c: {}}}\n", ""),
                "{f:metadata: {f:labels: {f:a.b/c: {}}}}"))
        .containsExactly(".metadata.labels[a.b/c] by kubectl-edit");
  }

  @Test
  void aRemovedFieldIsHeldByNobody() {
    assertThat(told(DESIRED.replace("type: T,", ""), OURS.replace("f:type: {}", ""), "{}"))
        .containsExactly(".spec.type by nobody");
  }

  @Test
  void anEntryOfAListIsNamedByItsKey() {
    assertThat(
            told(
                DESIRED.replace("name: http", "name: other"),
                OURS.replace("f:name: {}, ", ""),
                "{f:spec: {f:ports: {'k:{\"port\":80,\"protocol\":\"TCP\"}': {f:name: {}}}}}"))
        .containsExactly(".spec.ports[80,TCP].name by kubectl-edit");
  }

  private static List<String> told(String live, String ours, String theirs) {
    var managed =
        """
        managedFields:
        - {manager: messageboard-operator, operation: Apply, fieldsV1: %s}
        - {manager: kubectl-edit, operation: Update, fieldsV1: %s}
        """
            .formatted(Serialization.asJson(tree(ours)), theirs);
    var object = (ObjectNode) tree(live);
    ((ObjectNode) object.get("metadata")).set("managedFields", tree(managed).get("managedFields"));
    return Differences.of(object, tree(DESIRED)).stream().map(DifferencesTest::told).toList();
  }

  private static String told(Difference difference) {
    return difference.field()
        + (difference.isOurs() ? " ours" : " by " + difference.holder().orElse("nobody"));
  }

  private static JsonNode tree(String yaml) {
    return Serialization.unmarshal("---\n" + yaml, JsonNode.class);
  }
}
