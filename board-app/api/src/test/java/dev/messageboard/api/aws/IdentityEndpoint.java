package dev.messageboard.api.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The agent of EKS Pod Identity and the STS of IRSA, on loopback, as the pod's environment tells of
 * them: each gives the keys only to who shows the service account's token.
 */
public final class IdentityEndpoint implements AutoCloseable {

  private static final String ROLE = "arn:aws:iam::111122223333:role/team";
  private static final String TOKEN = "the-service-accounts-token";

  private final HttpServer server;
  private volatile TemporaryKeys keys;
  private volatile Optional<Duration> life = Optional.empty();

  public IdentityEndpoint(TemporaryKeys keys) {
    this.keys = keys;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/v1/credentials", this::podIdentity);
    server.createContext("/", this::sts);
    server.start();
  }

  /** What the webhook of Pod Identity adds to a pod. */
  public Map<String, String> podIdentity(Path directory) {
    return Map.of(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        uri() + "/v1/credentials",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        token(directory),
        "AWS_REGION",
        RdsFront.REGION);
  }

  /** What the webhook of IRSA adds to a pod, and where to find this STS. */
  public Map<String, String> irsa(Path directory) {
    return Map.of(
        "AWS_ROLE_ARN",
        ROLE,
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        token(directory),
        "AWS_REGION",
        RdsFront.REGION,
        "AWS_ENDPOINT_URL_STS",
        uri());
  }

  public void give(TemporaryKeys others) {
    keys = others;
  }

  /** Whenever it is asked, what it gives ends after so long. */
  public void giveFor(Duration shorter) {
    life = Optional.of(shorter);
  }

  private String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static String token(Path directory) {
    try {
      return Files.writeString(directory.resolve("token"), TOKEN).toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void podIdentity(HttpExchange call) throws IOException {
    boolean known = TOKEN.equals(call.getRequestHeaders().getFirst("Authorization"));
    answer(
        call,
        known ? 200 : 401,
        "application/json",
        """
        {"AccessKeyId": "%s", "SecretAccessKey": "%s", "Token": "%s", "Expiration": "%s", "AccountId": "111122223333"}
        """);
  }

  private void sts(HttpExchange call) throws IOException {
    String form = new String(call.getRequestBody().readAllBytes(), UTF_8);
    boolean known =
        form.contains("Action=AssumeRoleWithWebIdentity")
            && form.contains("WebIdentityToken=" + TOKEN)
            && form.contains("role%2Fteam");
    answer(
        call,
        known ? 200 : 403,
        "text/xml",
        """
        <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleWithWebIdentityResult><Credentials>
            <AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
            <SessionToken>%s</SessionToken><Expiration>%s</Expiration>
          </Credentials></AssumeRoleWithWebIdentityResult>
        </AssumeRoleWithWebIdentityResponse>
        """);
  }

  private void answer(HttpExchange call, int status, String type, String form) throws IOException {
    TemporaryKeys now = keys;
    Instant end = life.map(Instant.now()::plus).orElse(now.end());
    String text =
        status == 200 ? form.formatted(now.id(), now.secret(), now.session(), end) : "refused";
    byte[] body = text.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
