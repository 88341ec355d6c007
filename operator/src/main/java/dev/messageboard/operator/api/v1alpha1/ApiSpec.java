package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@ValidationRule(value = TierSpec.ONE_WAY_TO_SCALE, message = TierSpec.ONE_WAY_TO_SCALE_MESSAGE)
@ValidationRule(value = TierSpec.OWN_LABELS, message = TierSpec.OWN_LABELS_MESSAGE)
@ValidationRule(value = TierSpec.OWN_ANNOTATIONS, message = TierSpec.OWN_ANNOTATIONS_MESSAGE)
@ValidationRule(value = ApiSpec.OWN_VARIABLES, message = ApiSpec.OWN_VARIABLES_MESSAGE)
public record ApiSpec(
    @Pattern(TierSpec.IMAGE)
        @Size(min = 1, max = 512)
        @JsonPropertyDescription(
            "Image of the API, with tag or digest; without it the operator's API image at spec.version.")
        String image,
    @TierSpec.PullPolicy ImagePullPolicy imagePullPolicy,
    @SpecReplicas
        @Default("2")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription(
            "How many pods serve the API, set by `kubectl scale`; unused while replicasPerNode or autoscaling is set.")
        Integer replicas,
    @TierSpec.PerNode Integer replicasPerNode,
    @TierSpec.Autoscaled AutoscalingSpec autoscaling,
    @Default(ApiSpec.DEFAULT_RESOURCES)
        @JsonPropertyDescription(
            "Requests and limits of each API container; what is written here replaces the default"
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
    @TierSpec.GracePeriod Long terminationGracePeriodSeconds,
    @Size(max = 64)
        @JsonPropertyDescription("More environment variables of the API, in the form of core/v1.")
        List<EnvVar> env)
    implements TierSpec {

  static final String DEFAULT_RESOURCES =
      "requests: {cpu: 100m, memory: 256Mi}\nlimits: {memory: 512Mi}";

  static final String OWN_VARIABLES =
      "!has(self.env) || self.env.all(e, !e.name.startsWith('MESSAGEBOARD_') && !(e.name in ['POD_NAME',"
          + " 'POD_IP', 'POD_NAMESPACE', 'SERVICE_BINDING_ROOT', 'QUARKUS_CONFIG_LOCATIONS']))";
  static final String OWN_VARIABLES_MESSAGE =
      "api.env: POD_NAME, POD_IP, POD_NAMESPACE, SERVICE_BINDING_ROOT, QUARKUS_CONFIG_LOCATIONS and names"
          + " that begin with MESSAGEBOARD_ are the operator's; what spec.board says is set there";

  public ApiSpec {
    imagePullPolicy = Objects.requireNonNullElse(imagePullPolicy, ImagePullPolicy.IfNotPresent);
    replicas = Objects.requireNonNullElse(replicas, 2);
    resources = resources == null ? ResourcesSpec.of("100m", "256Mi", "512Mi") : resources;
    service = service == null ? new ServiceSpec(null, null, null, null) : service;
    podDisruptionBudget =
        podDisruptionBudget == null ? PodDisruptionBudgetSpec.ofDefaults() : podDisruptionBudget;
    serviceAccount = serviceAccount == null ? new ServiceAccountSpec(null) : serviceAccount;
    scheduling = scheduling == null ? SchedulingSpec.ofDefaults() : scheduling;
    podLabels = Objects.requireNonNullElse(podLabels, Map.of());
    podAnnotations = Objects.requireNonNullElse(podAnnotations, Map.of());
    imagePullSecrets = Objects.requireNonNullElse(imagePullSecrets, List.of());
    terminationGracePeriodSeconds = Objects.requireNonNullElse(terminationGracePeriodSeconds, 30L);
    env = Objects.requireNonNullElse(env, List.of());
  }

  static ApiSpec ofDefaults() {
    return new ApiSpec(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
