package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.Boards;
import dev.messageboard.operator.desired.DesiredDatabaseSecret;
import dev.messageboard.operator.desired.Tls;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseResolverTest {

  private final DatabaseResolver resolver =
      DatabaseResolver.onMySql(
          null, null, Clock.systemUTC(), Boards.installation().images(), board -> {});

  @Test
  void passwordsAreMadeOnceAndThenReadBack() {
    var first =
        resolver.resolve(
            Boards.unchecked("embedded"), Optional.empty(), Optional.empty(), List.of());
    var made = first.passwords().orElseThrow();
    assertThat(made.root()).hasSizeGreaterThan(30).isNotEqualTo(made.user());

    var live =
        ExternalBindingTest.secret(
            Map.of(
                "root-password",
                made.root(),
                "password",
                made.user(),
                "fingerprint-key",
                made.fingerprintKey()));
    var second =
        resolver.resolve(
            Boards.unchecked("embedded"), Optional.empty(), Optional.of(live), List.of());
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aPausedBoardThatHasNoneYetIsTheSameAtEachLook() {
    var board =
        Boards.of("{version: 1, paused: true, database: {embedded: {}, check: {mode: Disabled}}}");
    var first = resolver.resolve(board, Optional.empty(), Optional.empty(), List.of());
    assertThat(first.passwords()).isPresent();
    assertThat(resolver.resolve(board, Optional.empty(), Optional.empty(), List.of()))
        .isEqualTo(first);
  }

  @Test
  void onlyThePasswordThatIsGoneIsMadeAnew() {
    var live = ExternalBindingTest.secret(Map.of("root-password", "kept"));
    var made =
        resolver
            .resolve(Boards.unchecked("embedded"), Optional.empty(), Optional.of(live), List.of())
            .passwords()
            .orElseThrow();
    assertThat(made.root()).isEqualTo("kept");
    assertThat(made.user()).isNotBlank();
  }

  @Test
  void theEmbeddedDatabaseIsBoundByItsService() {
    var resolution =
        resolver.resolve(
            Boards.unchecked("embedded"), Optional.empty(), Optional.empty(), List.of());
    assertThat(resolution.binding().map(Binding::endpoint)).contains("team-mysql:3306");
    assertThat(resolution.problem()).isEmpty();
  }

  @Test
  void whatThePodsHaveIsReadBackOnlyWhenItIsWhole() {
    var whole =
        Map.of(
            "host",
            "h",
            "port",
            "3306",
            "database",
            "d",
            "username",
            "u",
            "password",
            "p",
            "fingerprint-key",
            "k");
    assertThat(AcceptedBinding.of(ExternalBindingTest.secret(whole)))
        .contains(new Binding("h", 3306, "d", "u", "p", Tls.REQUIRED, "k"));
    assertThat(AcceptedBinding.of(ExternalBindingTest.secret(Map.of("host", "h", "port", "x"))))
        .isEmpty();
  }

  @Test
  void whatPodsHaveThatLogInByIamIsReadBackWithoutAPassword() {
    var written = DesiredDatabaseSecret.of(Boards.byIam("{}"), Boards.bindingByIam());

    assertThat(AcceptedBinding.of(written)).contains(Boards.bindingByIam());
  }
}
