package dev.messageboard.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Boards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no rule of the schema can say of a field is told with the field's path. */
class FieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {api: {podLabels: {'a b': c}}}                                   | spec.api.podLabels[a b] is no key: write name or example.org/name
          {frontend: {podAnnotations: {'/x': c}}}                          | spec.frontend.podAnnotations[/x] is no key
          {api: {scheduling: {nodeSelector: {'a/b/c': d}}}}                | spec.api.scheduling.nodeSelector[a/b/c] is no key
          {api: {service: {annotations: {'service.beta.kubernetes.io/': d}}}} | spec.api.service.annotations[service.beta.kubernetes.io/] is no key
          {api: {serviceAccount: {annotations: {'x!': d}}}}                | spec.api.serviceAccount.annotations[x!] is no key
          {ingress: {annotations: {'cert-manager.io/a b': d}}}             | spec.ingress.annotations[cert-manager.io/a b] is no key
          {api: {env: [{name: A, value: b, valueFrom: {fieldRef: {fieldPath: x}}}]}} | spec.api.env[A] has both value and valueFrom: keep one
          {api: {scheduling: {topologySpreadConstraints: [{topologyKey: a, maxSkew: 0, whenUnsatisfiable: DoNotSchedule}]}}} | spec.api.scheduling.topologySpreadConstraints[0].maxSkew must be at least 1
          {api: {scheduling: {topologySpreadConstraints: [{topologyKey: a, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}, {topologyKey: a, maxSkew: 2, whenUnsatisfiable: DoNotSchedule}]}}} | spec.api.scheduling.topologySpreadConstraints[1] repeats
          {networkPolicy: {databaseCidrs: [10.0.0.0/8, '1:::/8']}}         | spec.networkPolicy.databaseCidrs[1] is no address range
          {networkPolicy: {ingressFrom: [{ipBlock: {cidr: 10.0.0.256/8}}]}} | spec.networkPolicy.ingressFrom[0].ipBlock.cidr is no address range
          {networkPolicy: {ingressFrom: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1]}}]}} | spec.networkPolicy.ingressFrom[0].ipBlock.except[0] is no address range
          {frontend: {resources: {requests: {cpu: many}}}, api: {podLabels: {'a b': c}}} | spec.frontend.resources.requests.cpu is not a quantity
          {networkPolicy: {extraEgress: [{}, {to: [{ipBlock: {cidr: example.org/8}}]}]}} | spec.networkPolicy.extraEgress[1].to[0].ipBlock.cidr is no address range
          """)
  void whatIsWrongIsToldWithItsPath(String spec, String told) {
    assertThat(violation(spec)).startsWith(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {api: {podLabels: {example.org/team: forum, A_b.c: ''}}}
          {networkPolicy: {databaseCidrs: [0.0.0.0/0, 10.0.0.0/8, 'fd00::/8', '::ffff:10.0.0.0/104', '::/0']}}
          {api: {env: [{name: A, value: '', valueFrom: {fieldRef: {fieldPath: x}}}]}}
          {api: {scheduling: {topologySpreadConstraints: [{topologyKey: a, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}, {topologyKey: a, maxSkew: 2, whenUnsatisfiable: ScheduleAnyway}]}}}
          """)
  void whatIsRightIsAccepted(String spec) {
    assertThat(violation(spec)).isEmpty();
  }

  private static String violation(String spec) {
    var board = Boards.of("{version: 1, database: {embedded: {}}, " + spec.substring(1));
    return SpecValidation.firstViolation(board.getSpec())
        .map(violation -> violation.path() + " " + violation.message())
        .orElse("");
  }
}
