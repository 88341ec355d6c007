package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;

@ValidationRule(
    value =
        "self.server == oldSelf.server && has(self.name) == has(oldSelf.name) && (!has(self.name) ||"
            + " self.name == oldSelf.name)",
    message =
        "provisioned.server and provisioned.name cannot be changed, the messages would be left"
            + " behind: create another board")
public record ProvisionedDatabaseSpec(
    @Required
        @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        @Size(min = 1, max = 63)
        @JsonPropertyDescription(
            "The server: value of the label messageboard.dev/database-server of a Secret in the"
                + " operator's namespace. Fixed once the board exists.")
        String server,
    @Pattern("^[a-z0-9_]*$")
        @Size(max = 64)
        @JsonPropertyDescription(
            "Name of the database; without it one made of the board's UID, so that two clusters on"
                + " one server never meet. Fixed once the board exists.")
        String name,
    @Default("Retain")
        @JsonPropertyDescription(
            "What becomes of database and users when the board is deleted: Retain keeps them,"
                + " Delete drops them first.")
        ReclaimPolicy reclaimPolicy) {

  public ProvisionedDatabaseSpec {
    name = Objects.requireNonNullElse(name, "");
    reclaimPolicy = Objects.requireNonNullElse(reclaimPolicy, ReclaimPolicy.Retain);
  }
}
