package dev.messageboard.operator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no rule of the operator's may say; that each is used, the tests on the API server show. */
class RightsTest {

  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete");

  @Test
  void noRuleHasAWildcardOrLeadsToMoreRights() throws IOException {
    assertThat(rules())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            rule -> {
              assertThat(rule.getVerbs()).isNotEmpty().isSubsetOf(VERBS);
              assertThat(rule.getApiGroups()).doesNotContain("*", "rbac.authorization.k8s.io");
              assertThat(rule.getResources())
                  .isNotEmpty()
                  .noneMatch(kind -> kind.contains("*"))
                  .noneMatch(kind -> kind.matches(".*/(exec|attach|portforward|proxy|token|log)"));
              assertThat(rule.getNonResourceURLs()).isEmpty();
            });
  }

  private static List<PolicyRule> rules() throws IOException {
    var text = Files.readString(Path.of("../deploy/operator/base/rbac.yaml"));
    return Arrays.stream(text.split("\n---\n")).flatMap(RightsTest::rules).toList();
  }

  private static Stream<PolicyRule> rules(String object) {
    if (object.contains("\nkind: ClusterRole\n")) {
      return Serialization.unmarshal(object, ClusterRole.class).getRules().stream();
    }
    return object.contains("\nkind: Role\n")
        ? Serialization.unmarshal(object, Role.class).getRules().stream()
        : Stream.empty();
  }
}
