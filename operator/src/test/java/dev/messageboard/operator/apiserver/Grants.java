package dev.messageboard.operator.apiserver;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the roles of {@code deploy/operator} allow: "verb resource.group" everywhere, or "verb
 * resource.group here" in the operator's own namespace.
 */
final class Grants {

  /** What only replicasPerNode needs. */
  static final String NODE_ROLE = "messageboard-operator-nodes";

  private static final String BOARDS = "messageboard-operator";
  private static final String LEADER = "messageboard-operator-leader";
  private static final String DATABASE_SERVERS = "messageboard-operator-database-servers";

  /**
   * Nobody asks for them, the API server's admission looks whether they are there, where it checks
   * owner references: without the first, {@link RestartApiServerTest} shows, no child can be made.
   */
  private static final Set<String> OF_ADMISSION =
      Set.of("update messageboards/finalizers.messageboard.dev", "delete persistentvolumeclaims");

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

  /** As both sides name it. */
  static String right(String verb, String group, String resource) {
    return verb + " " + resource + (group.isEmpty() ? "" : "." + group);
  }

  private static Stream<String> rights(Stream<PolicyRule> rules) {
    return rules
        .flatMap(
            rule ->
                rule.getApiGroups().stream()
                    .flatMap(
                        group -> rule.getResources().stream().map(kind -> List.of(group, kind)))
                    .flatMap(
                        kind ->
                            rule.getVerbs().stream()
                                .map(verb -> right(verb, kind.get(0), kind.get(1)))))
        .filter(right -> !OF_ADMISSION.contains(right));
  }
}
