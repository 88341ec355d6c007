package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public record MessageBoardStatus(
    @JsonPropertyDescription("The generation of the spec that this status is about.")
        Long observedGeneration,
    @JsonPropertyDescription("Where the board is in its life, in one word.") Phase phase,
    @JsonPropertyDescription("The version that serves; during an upgrade the older one.")
        String version,
    @JsonPropertyDescription("Where the board is reached from outside the cluster.") String url,
    @StatusReplicas @JsonPropertyDescription("How many API pods there are.") Integer replicas,
    @LabelSelector @JsonPropertyDescription("The label selector of the API pods.") String selector,
    @JsonPropertyDescription("Both tiers in figures.") ComponentsStatus components,
    @JsonPropertyDescription("The database as the board uses it.") DatabaseStatus database,
    @JsonPropertyDescription(
            "The last change of the schema, as its Job and the history of the schema tell.")
        MigrationStatus migration,
    @JsonPropertyDescription("The last change that somebody else made to a part of the board.")
        DriftStatus drift,
    @JsonPropertyDescription(
            "While driftPolicy is Report: what was applied of each part, so that a restart forgets nothing.")
        Map<String, String> applied,
    @Size(max = 32) @JsonPropertyDescription("What is true about the board, and why.")
        List<Condition> conditions) {

  /** Of a board of which nothing is known yet. */
  public static MessageBoardStatus unknown() {
    return new MessageBoardStatus(
        null, Phase.Pending, null, null, null, null, null, null, null, null, null, List.of());
  }

  /** What it says of this type; each is there at most once. */
  public Optional<Condition> condition(String type) {
    return conditions == null
        ? Optional.empty()
        : conditions.stream().filter(condition -> type.equals(condition.getType())).findFirst();
  }

  /** The same, but for its word and its conditions. */
  public MessageBoardStatus with(Phase word, List<Condition> verdicts) {
    return new MessageBoardStatus(
        observedGeneration,
        word,
        version,
        url,
        replicas,
        selector,
        components,
        database,
        migration,
        drift,
        applied,
        verdicts);
  }
}
