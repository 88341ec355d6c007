package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;

@ValidationRule(
    value = "has(self.external) != has(self.embedded)",
    message = "set exactly one of database.external and database.embedded")
@ValidationRule(
    value = "has(self.external) == has(oldSelf.external)",
    message =
        "the kind of database of a living board cannot be switched, its messages would be left behind:"
            + " create another board")
public record DatabaseSpec(
    @JsonPropertyDescription("A MySQL that somebody else runs, such as RDS.")
        ExternalDatabaseSpec external,
    @JsonPropertyDescription(
            "One MySQL pod with a volume, made by the operator: for development, never for production.")
        EmbeddedDatabaseSpec embedded) {}
