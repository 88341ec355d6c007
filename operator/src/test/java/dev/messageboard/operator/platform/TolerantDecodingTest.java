package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.ReclaimPolicy;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

class TolerantDecodingTest {

  @Test
  void unknownFieldsAndEnumValuesOfANewerVersionDoNotMatter() {
    var mapper = new ObjectMapper();
    new TolerantDecoding().customize(mapper);
    var board =
        new KubernetesSerialization(mapper, false)
            .unmarshal(
                """
                apiVersion: messageboard.dev/v1alpha1
                kind: MessageBoard
                metadata: {name: future}
                spec: {version: "9", novelty: [1], database: {embedded: {reclaimPolicy: Snapshot}}}
                status: {phase: Dreaming, mood: good}
                """,
                MessageBoard.class);
    assertThat(board.getSpec().database().embedded().reclaimPolicy())
        .as("the default, which loses nothing")
        .isEqualTo(ReclaimPolicy.Retain);
    assertThat(board.getStatus().phase()).isNull();
  }
}
