package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ValidationRule(
    value = "self.storage == oldSelf.storage",
    message = "embedded.storage cannot be changed: a volume is sized when it is made")
@ValidationRule(
    value =
        "has(self.storageClassName) == has(oldSelf.storageClassName) && (!has(self.storageClassName)"
            + " || self.storageClassName == oldSelf.storageClassName)",
    message =
        "embedded.storageClassName cannot be changed: a volume keeps the class it was made with")
public record EmbeddedDatabaseSpec(
    @Default(EmbeddedDatabaseSpec.DEFAULT_STORAGE)
        @Pattern("^[1-9][0-9]{0,5}(Mi|Gi|Ti)$")
        @Size(max = 8)
        @JsonPropertyDescription(
            "Size of the volume, for example 1Gi; fixed once the board exists.")
        String storage,
    @Pattern("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$")
        @Size(max = 253)
        @JsonPropertyDescription(
            "Storage class of the volume; without it the cluster's default. Fixed once the board exists.")
        String storageClassName,
    @Pattern(TierSpec.IMAGE)
        @Size(min = 1, max = 512)
        @JsonPropertyDescription(
            "MySQL image, with tag or digest; without it the operator's MySQL image at spec.version.")
        String image,
    @Default("Retain")
        @JsonPropertyDescription(
            "What becomes of the volume when the board is deleted: Retain keeps it, Delete removes it.")
        ReclaimPolicy reclaimPolicy) {

  static final String DEFAULT_STORAGE = "1Gi";

  public EmbeddedDatabaseSpec {
    storage = storage == null ? DEFAULT_STORAGE : storage;
    reclaimPolicy = reclaimPolicy == null ? ReclaimPolicy.Retain : reclaimPolicy;
  }
}
