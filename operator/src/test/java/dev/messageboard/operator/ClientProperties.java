package dev.messageboard.operator;

import io.fabric8.kubernetes.client.Config;
import java.util.Map;

/**
 * System properties from which Quarkus makes its Kubernetes client, whatever this machine's
 * kubeconfig says.
 */
public final class ClientProperties {

  private ClientProperties() {}

  public static void set(Config config) {
    of(config).forEach(System::setProperty);
  }

  public static void clear() {
    of(Config.empty()).keySet().forEach(System::clearProperty);
  }

  /** As system properties. */
  public static Map<String, String> of(Config config) {
    return Map.of(
        Config.KUBERNETES_AUTH_TRYKUBECONFIG_SYSTEM_PROPERTY, "false",
        Config.KUBERNETES_AUTH_TRYSERVICEACCOUNT_SYSTEM_PROPERTY, "false",
        Config.KUBERNETES_NAMESPACE_SYSTEM_PROPERTY, String.valueOf(config.getNamespace()),
        Config.KUBERNETES_MASTER_SYSTEM_PROPERTY, String.valueOf(config.getMasterUrl()),
        Config.KUBERNETES_TRUST_CERT_SYSTEM_PROPERTY, String.valueOf(config.isTrustCerts()),
        Config.KUBERNETES_OAUTH_TOKEN_SYSTEM_PROPERTY, String.valueOf(config.getOauthToken()));
  }
}
