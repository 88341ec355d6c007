package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;

/**
 * What the specs of both tiers have in common. The annotations are those of fields that read alike
 * in both.
 */
public sealed interface TierSpec permits FrontendSpec, ApiSpec {
  String IMAGE = "^[A-Za-z0-9][A-Za-z0-9._/:@-]*$";
  String LABEL_VALUE = "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$";
  String ONE_WAY_TO_SCALE = "!(has(self.replicasPerNode) && has(self.autoscaling))";
  String ONE_WAY_TO_SCALE_MESSAGE =
      "set replicasPerNode or autoscaling, not both: each of them decides how many pods there are";
  String OWN_LABELS =
      "!has(self.podLabels) || self.podLabels.all(key,"
          + " !key.startsWith('app.kubernetes.io/') && !key.startsWith('messageboard.dev/'))";
  String OWN_LABELS_MESSAGE =
      "podLabels: keys of app.kubernetes.io/ and messageboard.dev/ are the operator's, use others";
  String OWN_ANNOTATIONS =
      "!has(self.podAnnotations) || self.podAnnotations.all(key,"
          + " !key.startsWith('app.kubernetes.io/') && !key.startsWith('messageboard.dev/'))";
  String OWN_ANNOTATIONS_MESSAGE =
      "podAnnotations: keys of app.kubernetes.io/ and messageboard.dev/ are the operator's, use others";

  String image();

  ImagePullPolicy imagePullPolicy();

  Integer replicas();

  Integer replicasPerNode();

  AutoscalingSpec autoscaling();

  ResourcesSpec resources();

  ServiceSpec service();

  PodDisruptionBudgetSpec podDisruptionBudget();

  ServiceAccountSpec serviceAccount();

  SchedulingSpec scheduling();

  Map<String, String> podLabels();

  Map<String, String> podAnnotations();

  List<SecretRef> imagePullSecrets();

  Long terminationGracePeriodSeconds();

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Default("IfNotPresent")
  @JsonPropertyDescription("When a node pulls the image anew.")
  @interface PullPolicy {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Min(1)
  @Max(10)
  @JsonPropertyDescription(
      "This many pods for every node that takes pods, instead of replicas; the count follows the nodes.")
  @interface PerNode {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @JsonPropertyDescription(
      "Lets a HorizontalPodAutoscaler choose the number of pods, instead of replicas.")
  @interface Autoscaled {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Default("{}")
  @JsonPropertyDescription("How the tier is reached.")
  @interface Reached {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Default(PodDisruptionBudgetSpec.DEFAULT)
  @JsonPropertyDescription(
      "What an eviction may take away; in force while more than one pod is wanted.")
  @interface Disruptable {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @JsonPropertyDescription("The account of the pods; the operator makes it, without any rights.")
  @interface Account {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @JsonPropertyDescription("On which nodes the pods run.")
  @interface Scheduled {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Size(max = 32)
  @JsonPropertyDescription("More labels of the pods.")
  @interface PodLabels {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Size(max = 32)
  @JsonPropertyDescription("More annotations of the pods.")
  @interface PodAnnotations {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Size(max = 8)
  @JsonPropertyDescription("Secrets with which the image is pulled, in the board's namespace.")
  @interface PullSecrets {}

  @JacksonAnnotationsInside
  @Retention(RetentionPolicy.RUNTIME)
  @Default("30")
  @Min(10)
  @Max(3600)
  @JsonPropertyDescription("How long a pod that is to go may finish what it has begun.")
  @interface GracePeriod {}
}
