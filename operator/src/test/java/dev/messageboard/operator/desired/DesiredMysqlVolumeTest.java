package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose the volume of an embedded database is. */
class DesiredMysqlVolumeTest {

  private static final String OURS =
      "apiVersion: messageboard.dev/v1alpha1, kind: MessageBoard, name: team, uid: 5e1f, blockOwnerDeletion: true";

  private static final Map<String, String> OWNERS =
      Map.of(
          "board",
          OURS,
          "edited",
          OURS.replace("blockOwnerDeletion", "controller"),
          "mistaken",
          OURS.replace("name: team", "name: another"),
          "former",
          OURS.replace("5e1f", "gone"),
          "neighbour",
          OURS.replace("5e1f", "next").replace("team", "another"),
          "set",
          "apiVersion: apps/v1, kind: StatefulSet, name: team-mysql, uid: set, controller: true",
          "person",
          "apiVersion: v1, kind: ConfigMap, name: mine, uid: mine");

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nobody",
      textBlock =
          """
          Delete | nobody       | board
          Delete | board        | board
          Delete | edited       | edited
          Delete | mistaken     | board
          Delete | person       | person board
          Delete | neighbour    | neighbour board
          Delete | set          | set board
          Delete | former       | former
          Retain | nobody       | nobody
          Retain | board        | nobody
          Retain | edited       | nobody
          Retain | mistaken     | nobody
          Retain | person board | person
          Retain | set          | set
          Retain | former       | former
          """)
  void theBoardOwnsItExactlyWhileItIsToGoWithTheBoard(String policy, String now, String wanted) {
    assertThat(DesiredMysqlVolume.owners(board(policy), claim(now))).isEqualTo(owners(wanted));
  }

  @ParameterizedTest
  @CsvSource({"Delete, person", "Retain, board"})
  void oneThatIsBeingDeletedIsLeftAlone(String policy, String owner) {
    var claim = claim(owner);
    claim.getMetadata().setDeletionTimestamp("2026-11-22T04:00:00Z");
    assertThat(DesiredMysqlVolume.owners(board(policy), claim)).isEqualTo(owners(owner));
  }

  @Test
  void onlyTheBoardsPartOfThisVeryClaimIsApplied() {
    var applied =
        "metadata: {name: data-team-mysql-0, namespace: boards, uid: claim, ownerReferences: [{%s}]}"
            .formatted(OURS);
    assertThat(tree(DesiredMysqlVolume.of(board("Delete"), claim("person"))))
        .isEqualTo(tree(Serialization.unmarshal(applied, PersistentVolumeClaim.class)));
    assertThat(DesiredMysqlVolume.of(board("Retain"), claim("board")).getMetadata())
        .satisfies(metadata -> assertThat(metadata.getOwnerReferences()).isEmpty());
  }

  @Test
  void itsNameIsTheOneThatTheStatefulSetsControllerGivesIt() {
    var board = board("Retain");
    var set = DesiredMysqlStatefulSet.of(board, Boards.inputs(), Boards.passwords());
    var template = set.getSpec().getVolumeClaimTemplates().get(0).getMetadata().getName();
    assertThat(Names.volume(board)).isEqualTo(template + "-" + set.getMetadata().getName() + "-0");
  }

  private static MessageBoard board(String policy) {
    return Boards.of("{version: 1, database: {embedded: {reclaimPolicy: " + policy + "}}}");
  }

  private static PersistentVolumeClaim claim(String owners) {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName("data-team-mysql-0")
        .withNamespace("boards")
        .withUid("claim")
        .withResourceVersion("7")
        .addToLabels("app.kubernetes.io/instance", "team")
        .withOwnerReferences(owners(owners))
        .endMetadata()
        .build();
  }

  private static JsonNode tree(Object object) {
    return Serialization.unmarshal(Serialization.asJson(object), JsonNode.class);
  }

  private static List<OwnerReference> owners(String names) {
    return names == null
        ? List.of()
        : Arrays.stream(names.split(" "))
            .map(name -> "{" + OWNERS.get(name) + "}")
            .map(yaml -> Serialization.unmarshal("---\n" + yaml, OwnerReference.class))
            .toList();
  }
}
