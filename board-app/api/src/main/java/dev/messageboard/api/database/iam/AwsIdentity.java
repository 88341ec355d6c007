package dev.messageboard.api.database.iam;

import dev.messageboard.api.database.IdentityUnavailable;
import dev.messageboard.api.database.InnermostCause;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Who the pod is to AWS, in the order of AWS's own chain: keys in the environment, IRSA, Pod
 * Identity. The node's role is not asked: it is every pod's, so nobody's.
 */
final class AwsIdentity {

  private static final String KEYS = "AWS_ACCESS_KEY_ID";
  private static final String ENDPOINT = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
  private static final List<String> SOURCES = List.of(KEYS, WebIdentity.TOKEN_FILE, ENDPOINT);
  private static final String ABSENT =
      "This pod has no AWS identity: make a Pod Identity association for its service account, or annotate the account with eks.amazonaws.com/role-arn; pods that are made after that have it";

  private final AwsCredentialsProvider provider;

  AwsIdentity(AwsCredentialsProvider provider) {
    this.provider = provider;
  }

  /** The identity that the webhooks of EKS have told the pod of in its environment. */
  static AwsIdentity of(Map<String, String> environment, String region) {
    return new AwsIdentity(provider(environment, region));
  }

  /** A pod that has none gets none later: the webhooks of EKS look at pods when these are made. */
  static void require(Map<String, String> environment) {
    if (SOURCES.stream().noneMatch(environment::containsKey)) {
      throw new ConfigurationException(ABSENT);
    }
  }

  /** The SDK renews them in the background, before they end. */
  AwsCredentials credentials() {
    try {
      return provider.resolveCredentials();
    } catch (SdkException | UncheckedIOException | IllegalStateException failure) {
      throw new IdentityUnavailable(
          "The AWS credentials of this pod cannot be had: " + InnermostCause.of(failure));
    }
  }

  private static AwsCredentialsProvider provider(Map<String, String> environment, String region) {
    if (environment.containsKey(KEYS)) {
      return EnvironmentVariableCredentialsProvider.create();
    }
    if (environment.containsKey(WebIdentity.TOKEN_FILE)) {
      return WebIdentity.of(environment, region);
    }
    if (environment.containsKey(ENDPOINT)) {
      return ContainerCredentialsProvider.builder().asyncCredentialUpdateEnabled(true).build();
    }
    throw new IdentityUnavailable(ABSENT);
  }
}
