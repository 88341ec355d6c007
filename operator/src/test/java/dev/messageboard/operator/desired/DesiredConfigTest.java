package dev.messageboard.operator.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DesiredConfigTest {

  @Test
  void aTitleWithQuotesIsStillJson() {
    var board = Boards.of("{version: 1, board: {title: 'a \"b\" \\'}, database: {embedded: {}}}");
    assertThat(DesiredConfigMap.of(board).getData())
        .containsEntry("config.json", "{\"title\":\"a \\\"b\\\" \\\\\"}");
  }

  @Test
  void nginxPassesTheApiOnToTheServiceOfItsOwnBoard() {
    var nginx = DesiredConfigMap.of(Boards.embedded()).getData().get("nginx.conf");
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

  private static String decoded(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
