package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodTroubleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {containerStatuses: [{name: api, state: {running: {}}}]}                                 | none
          {containerStatuses: [{name: api, state: {waiting: {reason: ContainerCreating}}}]}        | none
          {conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: no node fits}]} | Unschedulable pod p: Unschedulable: no node fits
          {containerStatuses: [{name: api, state: {waiting: {reason: ErrImagePull, message: not found}}}]}    | ErrImagePull pod p: ErrImagePull: not found
          {initContainerStatuses: [{name: i, state: {waiting: {reason: ImagePullBackOff}}}]}       | ImagePullBackOff pod p: ImagePullBackOff: no more is known
          {containerStatuses: [{name: api, state: {waiting: {reason: CrashLoopBackOff, message: back-off 10s}}, lastState: {terminated: {exitCode: 3, reason: Error}}}]} | CrashLoopBackOff pod p: CrashLoopBackOff: container api keeps stopping, last with exit code 3 (Error)
          {containerStatuses: [{name: api, state: {waiting: {reason: CreateContainerConfigError, message: no secret}}}]} | CreateContainerConfigError pod p: CreateContainerConfigError: no secret
          {phase: Failed, reason: Evicted, message: disk is full}                                  | Evicted pod p: Evicted: disk is full
          """)
  void thePodsTroubleIsToldInTheWordsOfKubernetes(String status, String told) {
    var pod =
        Serialization.unmarshal(
            "---\nkind: Pod\napiVersion: v1\nmetadata: {name: p}\nstatus: " + status, Pod.class);
    var trouble = PodTrouble.firstOf(List.of(pod));
    assertThat(trouble.map(t -> t.reason() + " " + t.message()).orElse("none")).isEqualTo(told);
  }
}
