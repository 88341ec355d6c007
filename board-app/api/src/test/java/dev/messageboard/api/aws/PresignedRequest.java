package dev.messageboard.api.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token as who checks it reads it: AWS Signature Version 4, by the words of its specification and
 * not by the library that signed.
 */
record PresignedRequest(String host, Map<String, String> encoded) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String HMAC = "HmacSHA256";

  static PresignedRequest of(String token) {
    String[] parts = token.split("/\\?", 2);
    Map<String, String> encoded =
        Arrays.stream(parts[1].split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> a, TreeMap::new));
    return new PresignedRequest(parts[0], encoded);
  }

  String value(String name) {
    return URLDecoder.decode(encoded.getOrDefault(name, ""), UTF_8);
  }

  Instant signedAt() {
    return DATE.parse(value("X-Amz-Date"), Instant::from);
  }

  Instant end() {
    return signedAt().plus(Duration.ofSeconds(Long.parseLong(value("X-Amz-Expires"))));
  }

  /** Id of the key, day, region, service, "aws4_request". */
  String[] scope() {
    return value("X-Amz-Credential").split("/");
  }

  boolean isSignedWith(String secret) throws GeneralSecurityException {
    String[] scope = scope();
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (int word = 1; word < scope.length; word++) {
      key = hmac(key, scope[word]);
    }
    String signature = HexFormat.of().formatHex(hmac(key, textToSign()));
    return signature.equals(value("X-Amz-Signature"));
  }

  private String textToSign() throws GeneralSecurityException {
    String[] scope = scope();
    return String.join(
        "\n",
        "AWS4-HMAC-SHA256",
        value("X-Amz-Date"),
        String.join("/", Arrays.copyOfRange(scope, 1, scope.length)),
        sha256(canonicalRequest()));
  }

  private String canonicalRequest() throws GeneralSecurityException {
    String query =
        encoded.entrySet().stream()
            .filter(pair -> !"X-Amz-Signature".equals(pair.getKey()))
            .map(pair -> pair.getKey() + "=" + pair.getValue())
            .collect(Collectors.joining("&"));
    return String.join("\n", "GET", "/", query, "host:" + host, "", "host", sha256(""));
  }

  private static String sha256(String text) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(text.getBytes(UTF_8));
  }
}
