package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@ValidationRule(value = TierSpec.ONE_WAY_TO_SCALE, message = TierSpec.ONE_WAY_TO_SCALE_MESSAGE)
@ValidationRule(value = TierSpec.OWN_LABELS, message = TierSpec.OWN_LABELS_MESSAGE)
@ValidationRule(value = TierSpec.OWN_ANNOTATIONS, message = TierSpec.OWN_ANNOTATIONS_MESSAGE)
public record FrontendSpec(
    @Pattern(TierSpec.IMAGE)
        @Size(min = 1, max = 512)
        @JsonPropertyDescription(
            "Image of the frontend, with tag or digest; without it the operator's frontend image at spec.version.")
        String image,
    @TierSpec.PullPolicy ImagePullPolicy imagePullPolicy,
    @Default("2")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription(
            "How many pods serve the page, 0 takes the board off the air; unused while replicasPerNode or autoscaling is set.")
        Integer replicas,
    @TierSpec.PerNode Integer replicasPerNode,
    @TierSpec.Autoscaled AutoscalingSpec autoscaling,
    @Default(FrontendSpec.DEFAULT_RESOURCES)
        @JsonPropertyDescription(
            "Requests and limits of each frontend container; what is written here replaces the default"
                + " as a whole.")
        ResourcesSpec resources,
    @TierSpec.Reached ServiceSpec service,
    @TierSpec.Disruptable PodDisruptionBudgetSpec podDisruptionBudget,
    @TierSpec.Account ServiceAccountSpec serviceAccount,
    @TierSpec.Scheduled SchedulingSpec scheduling,
    @TierSpec.PodLabels
        Map<String, @Pattern(TierSpec.LABEL_VALUE) @Size(max = 63) String> podLabels,
    @TierSpec.PodAnnotations Map<String, @Size(max = 1024) String> podAnnotations,
    @TierSpec.PullSecrets List<SecretRef> imagePullSecrets,
    @TierSpec.GracePeriod Long terminationGracePeriodSeconds)
    implements TierSpec {

  static final String DEFAULT_RESOURCES =
      "requests: {cpu: 20m, memory: 32Mi}\nlimits: {memory: 128Mi}";

  public FrontendSpec {
    imagePullPolicy = Objects.requireNonNullElse(imagePullPolicy, ImagePullPolicy.IfNotPresent);
    replicas = Objects.requireNonNullElse(replicas, 2);
    resources = resources == null ? ResourcesSpec.of("20m", "32Mi", "128Mi") : resources;
    service = service == null ? new ServiceSpec(null, null, null, null) : service;
    podDisruptionBudget =
        podDisruptionBudget == null ? PodDisruptionBudgetSpec.ofDefaults() : podDisruptionBudget;
    serviceAccount = serviceAccount == null ? new ServiceAccountSpec(null) : serviceAccount;
    scheduling = scheduling == null ? SchedulingSpec.ofDefaults() : scheduling;
    podLabels = Objects.requireNonNullElse(podLabels, Map.of());
    podAnnotations = Objects.requireNonNullElse(podAnnotations, Map.of());
    imagePullSecrets = Objects.requireNonNullElse(imagePullSecrets, List.of());
    terminationGracePeriodSeconds = Objects.requireNonNullElse(terminationGracePeriodSeconds, 30L);
  }

  static FrontendSpec ofDefaults() {
    return new FrontendSpec(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
