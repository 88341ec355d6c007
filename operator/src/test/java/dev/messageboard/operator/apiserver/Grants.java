package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the roles of {@code deploy/operator} allow: "verb resource" everywhere, or "verb resource
 * here" in the operator's own namespace.
 */
final class Grants {

  /** What only replicasPerNode needs. */
  static final String NODE_ROLE = "messageboard-operator-nodes";

  private static final String BOARDS = "messageboard-operator";
  private static final String LEADER = "messageboard-operator-leader";
  private static final String DATABASE_SERVERS = "messageboard-operator-database-servers";

  /** Asked for by nobody but the API server's admission, where it checks owner references. */
  private static final String OF_ADMISSION = "update messageboards/finalizers";

  private Grants() {}

  /** Of the operator of all boards, but for its lease: within Quarkus nobody elects a leader. */
  static Set<String> ofAllBoards(KubernetesClient client) {
    var everywhere =
        Stream.of(BOARDS, NODE_ROLE)
            .map(name -> client.rbac().clusterRoles().withName(name).get())
            .flatMap(role -> rights(role.getRules().stream()));
    var here = here(client, "messageboard-system", DATABASE_SERVERS);
    return Stream.concat(everywhere, here).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of the operator of the boards of this namespace, where it is, too. */
  static Set<String> ofOneNamespace(KubernetesClient client, String namespace) {
    return here(client, namespace, BOARDS, LEADER, DATABASE_SERVERS)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A right as it is named where it is used. */
  static String placed(String right, String namespace, String operators) {
    return namespace.equals(operators) ? right + " here" : right;
  }

  private static Stream<String> here(KubernetesClient client, String namespace, String... roles) {
    return Stream.of(roles)
        .map(name -> client.rbac().roles().inNamespace(namespace).withName(name).get())
        .flatMap(role -> rights(role.getRules().stream()))
        .map(right -> placed(right, namespace, namespace));
  }

  private static Stream<String> rights(Stream<PolicyRule> rules) {
    return rules
        .flatMap(
            rule ->
                rule.getResources().stream()
                    .flatMap(kind -> rule.getVerbs().stream().map(verb -> verb + " " + kind)))
        .filter(right -> !OF_ADMISSION.equals(right));
  }
}
