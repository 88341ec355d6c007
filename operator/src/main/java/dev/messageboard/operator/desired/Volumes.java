package dev.messageboard.operator.desired;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.Arrays;
import java.util.List;

/** Volumes and where they are mounted. */
final class Volumes {

  private static final int GROUP_MAY_READ = 0440;

  private Volumes() {}

  static Volume scratch(String name) {
    return new VolumeBuilder().withName(name).withNewEmptyDir().endEmptyDir().build();
  }

  /** Only these keys: what a pod does not read it need not have. */
  static Volume configMap(String name, String configMap, String... keys) {
    return new VolumeBuilder()
        .withName(name)
        .withNewConfigMap()
        .withName(configMap)
        .withItems(Arrays.stream(keys).map(key -> new KeyToPath(key, null, key)).toList())
        .withDefaultMode(GROUP_MAY_READ)
        .endConfigMap()
        .build();
  }

  static Volume secret(String name, String secret) {
    return secret(name, secret, List.of());
  }

  /** Only these keys, under the names that the pod knows; none named means all. */
  static Volume secret(String name, String secret, List<KeyToPath> items) {
    return new VolumeBuilder()
        .withName(name)
        .withNewSecret()
        .withSecretName(secret)
        .withItems(items)
        .withDefaultMode(GROUP_MAY_READ)
        .endSecret()
        .build();
  }

  /** Several Secrets in one directory. */
  static Volume projected(String name, SecretProjection... secrets) {
    return new VolumeBuilder()
        .withName(name)
        .withNewProjected()
        .withSources(
            Arrays.stream(secrets)
                .map(secret -> new VolumeProjectionBuilder().withSecret(secret).build())
                .toList())
        .withDefaultMode(GROUP_MAY_READ)
        .endProjected()
        .build();
  }

  static VolumeMount writable(String name, String path) {
    return new VolumeMountBuilder().withName(name).withMountPath(path).build();
  }

  static VolumeMount readOnly(String name, String path) {
    return new VolumeMountBuilder(writable(name, path)).withReadOnly(true).build();
  }
}
