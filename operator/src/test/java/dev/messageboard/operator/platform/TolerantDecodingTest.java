package dev.messageboard.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.ReclaimPolicy;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantDecodingTest {

  /** Each of these stops a strict decoder, and with it the watch over all boards. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{version: {major: 9}}",
        "{version: [9]}",
        "{paused: sometimes}",
        "{paused: {when: later}}",
        "{api: {replicas: many}}",
        "{api: {replicas: {min: 2}}}",
        "{api: 3}",
        "{api: [a, b]}",
        "{board: {maxMessageLength: 99999999999999999999}}",
        "{database: embedded}",
        "{database: {external: {port: [1]}}}",
        "{frontend: {podLabels: [a]}}",
        "{frontend: {podLabels: {a: {b: c}}}}",
        "{frontend: {scheduling: {tolerations: {key: a}}}}",
      })
  void aValueOfAnotherKindThanItsFieldCountsAsAbsent(String spec) {
    assertThat(board(spec).getSpec()).isNotNull();
  }

  @Test
  void unknownFieldsAndEnumValuesOfANewerVersionDoNotMatter() {
    var board =
        board("{version: '9', novelty: [1], database: {embedded: {reclaimPolicy: Snapshot}}}");
    assertThat(board.getSpec().database().embedded().reclaimPolicy())
        .as("the default, which loses nothing")
        .isEqualTo(ReclaimPolicy.Retain);
    assertThat(board.getStatus().phase()).isNull();
  }

  private static MessageBoard board(String spec) {
    var mapper = new ObjectMapper();
    new TolerantDecoding().customize(mapper);
    return new KubernetesSerialization(mapper, false)
        .unmarshal(
            """
            apiVersion: messageboard.dev/v1alpha1
            kind: MessageBoard
            metadata: {name: future}
            spec: %s
            status: {phase: Dreaming, mood: good}
            """
                .formatted(spec),
            MessageBoard.class);
  }
}
