package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredMysqlStatefulSetTest {

  @ParameterizedTest
  @CsvSource({"1Gi, 1Gi", "1024Mi, 1Gi", "1536Mi, 1536Mi", "2048Gi, 2Ti", "500Mi, 500Mi"})
  void theSizeIsWrittenAsTheApiServerWillReturnIt(String written, String returned) {
    var spec = spec(Boards.of("{version: 1, database: {embedded: {storage: " + written + "}}}"));
    assertThat(spec.getVolumeClaimTemplates().get(0).getSpec().getResources().getRequests())
        .hasToString("{storage=" + returned + "}");
  }

  @ParameterizedTest
  @CsvSource({"Retain", "Delete"})
  void theVolumeNeverGoesWithTheStatefulSet(String policy) {
    var spec =
        spec(Boards.of("{version: 1, database: {embedded: {reclaimPolicy: " + policy + "}}}"));
    assertThat(spec.getPersistentVolumeClaimRetentionPolicy().getWhenDeleted()).isEqualTo("Retain");
    assertThat(spec.getPersistentVolumeClaimRetentionPolicy().getWhenScaled()).isEqualTo("Retain");
  }

  @Test
  void anEmptyStorageClassIsTheClustersDefault() {
    var claim =
        spec(Boards.of("{version: 1, database: {embedded: {storageClassName: ''}}}"))
            .getVolumeClaimTemplates()
            .get(0);
    assertThat(claim.getSpec().getStorageClassName()).isNull();
  }

  @Test
  void anotherVersionOfTheBoardDoesNotTouchTheVolume() {
    var one = spec(Boards.of("{version: 1, database: {embedded: {image: m}}}"));
    var two = spec(Boards.of("{version: 2, database: {embedded: {image: m}}}"));
    assertThat(two).isEqualTo(one);
  }

  private static StatefulSetSpec spec(MessageBoard board) {
    return DesiredMysqlStatefulSet.of(board, Boards.inputs(), Boards.passwords()).getSpec();
  }
}
