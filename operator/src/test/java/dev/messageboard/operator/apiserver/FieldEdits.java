package dev.messageboard.operator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a person does to one field after another of children, and what becomes of each. */
final class FieldEdits {

  private static final PatchContext EDIT =
      new PatchContext.Builder().withPatchType(PatchType.JSON).withFieldManager("a-person").build();
  private static final List<String> VERSIONS =
      List.of("managedFields", "resourceVersion", "generation");

  private final KubernetesClient client;
  private final Map<HasMetadata, Leaf> touched = new LinkedHashMap<>();
  private final Map<HasMetadata, Integer> cost = new LinkedHashMap<>();
  private final TreeSet<String> refused = new TreeSet<>();
  private final TreeSet<String> vain = new TreeSet<>();
  private int done;

  FieldEdits(KubernetesClient client) {
    this.client = client;
  }

  /** How many changed something. */
  int done() {
    return done;
  }

  /** What the API server did not take. */
  TreeSet<String> refused() {
    return refused;
  }

  /** What the API server took and undid itself: the default is what we had asked for. */
  TreeSet<String> vain() {
    return vain;
  }

  /** What was touched in one go is forgotten before the next. */
  void begin() {
    touched.clear();
  }

  void edit(HasMetadata child, Leaf leaf, boolean isChange) {
    var live = Leaf.tree(client.resource(child).get());
    var patches = isChange ? leaf.changes(live) : leaf.removal(live);
    var edit =
        "%s %s of %s %s"
            .formatted(
                isChange ? "changed" : "removed",
                leaf,
                child.getKind(),
                child.getMetadata().getName());
    if (attempt(child, live, patches, edit)) {
      done++;
      touched.put(child, leaf);
      cost.merge(child, leaf.isPartOfAKey() ? 2 : 1, Integer::sum);
    }
  }

  private boolean attempt(HasMetadata child, JsonNode live, Stream<String> patches, String edit) {
    var isTaken = new boolean[1];
    var isDone =
        patches.anyMatch(
            patch -> {
              var now = patched(child, patch);
              isTaken[0] |= !now.isMissingNode();
              return !now.isMissingNode() && !version(now).equals(version(live));
            });
    if (!isDone) {
      (isTaken[0] ? vain : refused).add(edit);
    }
    return isDone;
  }

  private JsonNode patched(HasMetadata child, String patch) {
    try {
      return Leaf.tree(client.resource(child).patch(EDIT, patch));
    } catch (KubernetesClientException e) {
      assertThat(e.getCode()).as(patch).isIn(400, 422);
      return MissingNode.getInstance();
    }
  }

  private static String version(JsonNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }

  /** Nothing of it is left anywhere in the children, and none was written more often than that. */
  void assertPutBack(List<String> writes) {
    touched.forEach(
        (child, leaf) ->
            assertThat(whole(client.resource(child).get()))
                .as("%s %s after %s", child.getKind(), child.getMetadata().getName(), leaf)
                .isEqualTo(whole(child)));
    cost.forEach(
        (child, wanted) -> {
          var write = "patch %s %s".formatted(child.getPlural(), child.getMetadata().getName());
          assertThat(writes.stream().filter(write::equals).count())
              .as("%s after %s", write, touched.get(child))
              .isEqualTo(wanted.longValue());
        });
  }

  private static JsonNode whole(HasMetadata object) {
    ObjectNode tree = Leaf.tree(object).deepCopy();
    tree.remove("status");
    ((ObjectNode) tree.path("metadata")).remove(VERSIONS);
    return tree;
  }
}
