package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesiredConfigTest {

  @Test
  void thePageIsToldWhatTheSpecSays() {
    var board =
        Boards.of(
            """
            {version: 1, publicUrl: "https://b.org/", database: {embedded: {}}, board: {title: 'a "b" \\',
             description: d, theme: {accent: '#123456'}, markup: markdown, posting: moderated, deletePolicy: admin,
             editWindow: 2h, maxMessageLength: 200, showServedBy: true, adminSecretRef: {name: a}}}\
            """);
    assertThat(page(board))
        .isEqualTo(
            "{'title':'a \\'b\\' \\\\','description':'d','accent':'#123456','markup':'markdown','posting':'moderated','deletePolicy':'admin','editWindowSeconds':7200,'maxMessageLength':200,'showServedBy':true,'moderation':true,'publicUrl':'https://b.org'}"
                .replace('\'', '"'));
  }

  @Test
  void thePageOfTheSmallestBoardGetsTheDefaults() {
    assertThat(page(Boards.embedded()))
        .isEqualTo(
            "{'title':'Message board','description':'','accent':'#0b5fff','markup':'plain','posting':'open','deletePolicy':'author','editWindowSeconds':900,'maxMessageLength':4000,'showServedBy':false,'moderation':false}"
                .replace('\'', '"'));
  }

  @Test
  void theApiIsToldWhatTheSpecSays() {
    assertThat(properties(Boards.embedded()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("messageboard.title", "Message board"),
                Map.entry("messageboard.markup", "plain"),
                Map.entry("messageboard.posting", "open"),
                Map.entry("messageboard.delete-policy", "author"),
                Map.entry("messageboard.edit-window", "15m"),
                Map.entry("messageboard.max-message-length", "4000"),
                Map.entry("messageboard.retention-days", "0"),
                Map.entry("messageboard.posts-per-minute", "10"),
                Map.entry("messageboard.posts-per-hour", "60"),
                Map.entry("messageboard.show-served-by", "false"),
                Map.entry("messageboard.trusted-proxies", "10.0.0.0/8,::1/128"),
                Map.entry("messageboard.keys-directory", "/keys"),
                Map.entry("messageboard.pool-size", "8"),
                Map.entry("messageboard.acquire-timeout", "2s")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        " leading and trailing ",
        "a = b # c ! d : e",
        "C:\\new\\table",
        "${HOME} $$ $x ${a:b}",
        "\\$ \\\\${x}",
        "Zo\u00eb \u2603 \ud83d\ude00",
      })
  void aTitleReachesTheApiUnchanged(String title) {
    var yaml = Serialization.asJson(title);
    var board = Boards.of("{version: 1, board: {title: " + yaml + "}, database: {embedded: {}}}");
    assertThat(properties(board)).containsEntry("messageboard.title", title);
  }

  @Test
  void nginxPassesTheApiOnToTheServiceOfItsOwnBoard() {
    var nginx =
        DesiredConfigMap.of(Boards.embedded(), Boards.installation(), Boards.connections())
            .getData()
            .get("nginx.conf");
    assertThat(nginx)
        .contains("server team-api.boards.svc.cluster.local:80 resolve")
        .contains("include /tmp/resolver.conf;")
        .contains("client_max_body_size 64k;")
        .doesNotContain("%");
    assertThat(nginx.chars().filter(c -> c == '{').count())
        .isEqualTo(nginx.chars().filter(c -> c == '}').count());
  }

  @Test
  void nginxBelievesOnlyTheGivenProxiesWhomTheySpeakFor() {
    var nginx = NginxConfig.of(Boards.embedded(), List.of("192.0.2.0/24", "2001:db8::/32"));
    assertThat(nginx.lines().filter(line -> line.contains("set_real_ip_from")).map(String::strip))
        .containsExactly("set_real_ip_from 192.0.2.0/24;", "set_real_ip_from 2001:db8::/32;");
    assertThat(nginx).contains("proxy_set_header X-Forwarded-For $remote_addr;");
  }

  @Test
  void theBindingHasTheFormThatServiceBindingDescribes() {
    var secret = DesiredDatabaseSecret.of(Boards.embedded(), Boards.binding());
    var texts =
        secret.getData().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> decoded(entry.getValue())));
    assertThat(secret.getType()).isEqualTo("servicebinding.io/mysql");
    assertThat(texts)
        .containsOnly(
            Map.entry("type", "mysql"),
            Map.entry("provider", "messageboard-operator"),
            Map.entry("host", "db"),
            Map.entry("port", "3307"),
            Map.entry("database", "messages"),
            Map.entry("tls-mode", "Required"),
            Map.entry("jdbc-url", "jdbc:mysql://db:3307/messages?sslMode=REQUIRED"),
            Map.entry("username", "writer"),
            Map.entry("password", "pä$$word"),
            Map.entry("fingerprint-key", "key"));
  }

  @Test
  void nothingThatIsPrintedShowsAPassword() {
    assertThat(Boards.binding() + " " + Boards.passwords() + " " + Boards.inputs())
        .doesNotContain("pä$$word", "root-secret", "user-secret");
  }

  private static String page(MessageBoard board) {
    return DesiredConfigMap.of(board, Boards.installation(), Boards.connections())
        .getData()
        .get("config.json");
  }

  /** As the API reads them. */
  private static Map<String, String> properties(MessageBoard board) {
    var text =
        DesiredConfigMap.of(board, Boards.installation(), Boards.connections())
            .getData()
            .get("api.properties");
    try {
      var file = new Properties();
      file.load(new StringReader(text));
      var values = new HashMap<String, String>();
      file.forEach((name, value) -> values.put((String) name, (String) value));
      var config =
          new SmallRyeConfigBuilder()
              .addDefaultInterceptors()
              .withSources(new PropertiesConfigSource(values, "api.properties", 100))
              .build();
      return values.keySet().stream()
          .collect(Collectors.toMap(name -> name, name -> config.getConfigValue(name).getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decoded(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
