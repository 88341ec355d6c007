package dev.messageboard.api.database.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/**
 * IRSA: STS gives the credentials of a role for the token of the pod's service account. The SDK has
 * a provider that reads the same variables, which waits half a minute for an answer, on the thread
 * that asks.
 */
final class WebIdentity {

  static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);

  private WebIdentity() {}

  static AwsCredentialsProvider of(Map<String, String> environment, String region) {
    return StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
        .stsClient(sts(region))
        .refreshRequest(() -> request(environment))
        .asyncCredentialUpdateEnabled(true)
        .build();
  }

  /** The kubelet renews the token: it is read for each request. */
  private static AssumeRoleWithWebIdentityRequest request(Map<String, String> environment) {
    return AssumeRoleWithWebIdentityRequest.builder()
        .roleArn(environment.get("AWS_ROLE_ARN"))
        .roleSessionName(session(environment))
        .webIdentityToken(content(Path.of(environment.get(TOKEN_FILE))))
        .build();
  }

  /** Shown in CloudTrail. */
  private static String session(Map<String, String> environment) {
    String pod = environment.getOrDefault("POD_NAME", "messageboard-api");
    return environment.getOrDefault("AWS_ROLE_SESSION_NAME", pod);
  }

  private static StsClient sts(String region) {
    return StsClient.builder()
        .region(Region.of(region))
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(ANSWER_TIMEOUT)
                .build())
        .build();
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
