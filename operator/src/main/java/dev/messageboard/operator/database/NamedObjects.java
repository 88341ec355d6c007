package dev.messageboard.operator.database;

import dev.messageboard.operator.api.v1alpha1.CaRef;
import dev.messageboard.operator.api.v1alpha1.DatabaseTlsSpec;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.TlsMode;
import dev.messageboard.operator.database.check.PemCertificates;
import dev.messageboard.operator.desired.Tls;
import dev.messageboard.operator.status.SecretsSeen;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a board names in its namespace: read once an interval, whoever asks. */
public final class NamedObjects {

  private final UserObjects<Secret> secrets;
  private final UserObjects<ConfigMap> configMaps;

  public NamedObjects(KubernetesClient client, Clock clock) {
    this(
        new UserObjects<>(
            (namespace, name) ->
                Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get())
                    .map(NamedObjects::withoutPrivateKey),
            clock),
        new UserObjects<>(
            (namespace, name) ->
                Optional.ofNullable(
                    client.configMaps().inNamespace(namespace).withName(name).get()),
            clock));
  }

  NamedObjects(UserObjects<Secret> secrets, UserObjects<ConfigMap> configMaps) {
    this.secrets = secrets;
    this.configMaps = configMaps;
  }

  Optional<Secret> secret(String namespace, String name, Duration interval) throws UnusableSecret {
    return secrets.read(namespace, name, interval, SecretsSeen.UNREADABLE, "Secret " + name);
  }

  /** The certificates are looked at here, so that no pod stumbles over them. */
  Tls tls(String namespace, DatabaseTlsSpec spec, Duration interval) throws UnusableSecret {
    var ref = spec.caRef();
    if (ref == null) {
      return new Tls(spec.mode(), Optional.empty());
    }
    var pem =
        text(namespace, ref, interval)
            .orElseThrow(
                () ->
                    new UnusableSecret(
                        "CaMissing",
                        "%s has no key %s with certificates: create it, or correct database.tls.caRef"
                            .formatted(ref.told(), ref.key())));
    return trusting(spec.mode(), pem, ref.key(), ref.told());
  }

  /**
   * @param told the object whose key holds the certificates
   */
  static Tls trusting(TlsMode mode, String pem, String key, String told) throws UnusableSecret {
    try {
      PemCertificates.read(pem);
      return new Tls(mode, Optional.of(pem));
    } catch (CertificateException e) {
      throw new UnusableSecret(
          "CaInvalid",
          "key %s of %s holds no certificates in PEM: correct it".formatted(key, told));
    }
  }

  /** The certificates that the board itself names. */
  void forgetAuthority(MessageBoard board) {
    var ca = board.getSpec().database().tls().caRef();
    if (ca != null) {
      forget(
          board.getMetadata().getNamespace(),
          ca.configMap() == null ? ca.secret() : ca.configMap());
    }
  }

  void forget(String namespace, String name) {
    secrets.forget(namespace, name);
    configMaps.forget(namespace, name);
  }

  private Optional<String> text(String namespace, CaRef ref, Duration interval)
      throws UnusableSecret {
    return ref.configMap() == null
        ? secret(namespace, ref.secret(), interval)
            .flatMap(secret -> SecretText.of(secret, ref.key()))
        : configMaps
            .read(
                namespace,
                ref.configMap(),
                interval,
                SecretsSeen.CA_UNREADABLE,
                "ConfigMap " + ref.configMap())
            .map(ConfigMap::getData)
            .map(data -> data.get(ref.key()));
  }

  /** Of a certificate's Secret, nobody here needs what must not be lost. */
  private static Secret withoutPrivateKey(Secret secret) {
    if (secret.getData() != null) {
      secret.getData().remove("tls.key");
    }
    return secret;
  }
}
