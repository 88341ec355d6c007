package dev.messageboard.api.database.iam;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** What stands in the place of a password: a presigned request to connect, good for 15 minutes. */
final class RdsToken {

  static final Duration LIFE = Duration.ofMinutes(15);

  private static final String SCHEME = "https";
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private RdsToken() {}

  static String of(RdsEndpoint server, String user, AwsCredentials who, Clock clock) {
    SdkHttpRequest connect =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol(SCHEME)
            .host(server.host())
            .port(server.port())
            .encodedPath("/")
            .putRawQueryParameter("DBUser", user)
            .putRawQueryParameter("Action", "connect")
            .build();
    return SIGNER
        .sign(
            request ->
                request
                    .identity(who)
                    .request(connect)
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, server.region())
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, LIFE)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock))
        .request()
        .getUri()
        .toString()
        .substring((SCHEME + "://").length());
  }
}
