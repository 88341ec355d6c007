package dev.messageboard.operator.apiserver;

import static org.awaitility.Awaitility.await;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that start and end operators of their own, each for the test's own namespace. */
@ExtendWith(LoneApiServer.class)
abstract class BringsOperators extends BoardsOnApiServer {

  static final Duration A_WHILE = Duration.ofMinutes(3);

  private final List<KillableOperator> running = new ArrayList<>();

  @Override
  @BeforeAll
  void connect() {
    client = new KubernetesClientBuilder().withConfig(LoneApiServer.running().admin()).build();
    audit = new Audit(LoneApiServer.running().audit());
  }

  @AfterEach
  void endTheOperators() {
    running.forEach(KillableOperator::close);
    running.clear();
  }

  KillableOperator start() {
    return start(how -> how, new Interceptor() {});
  }

  KillableOperator start(
      UnaryOperator<ControllerConfigurationOverrider<MessageBoard>> how, Interceptor fate) {
    return start(how, fate, Clock.systemUTC());
  }

  KillableOperator start(
      UnaryOperator<ControllerConfigurationOverrider<MessageBoard>> how,
      Interceptor fate,
      Clock clock) {
    var here = namespace;
    var started =
        KillableOperator.start(
            LoneApiServer.running().operator(),
            overrider -> how.apply(overrider.settingNamespace(here)),
            fate,
            clock);
    running.add(started);
    return started;
  }

  /** One that looks at a settled board a second after it has done so. */
  KillableOperator startWithASecondBetweenLooks() {
    return start(
        how -> how.withReconciliationMaxInterval(Duration.ofSeconds(1)), new Interceptor() {});
  }

  /** Until each board was looked at so many times more. */
  void awaitLooks(KillableOperator operator, Collection<String> boards, int more) {
    awaitMore(boards, more, board -> operator.looksAt(namespace, board));
  }

  /**
   * Until nothing is left to be done or told: of two looks with about a second before them the
   * first may have seen something new.
   */
  void awaitRest(KillableOperator operator, Collection<String> boards) {
    awaitMore(boards, 2, board -> operator.restedLooksAt(namespace, board));
  }

  private static void awaitMore(Collection<String> boards, int more, ToIntFunction<String> count) {
    Map<String, Integer> wanted =
        boards.stream()
            .collect(
                Collectors.toMap(Function.identity(), board -> count.applyAsInt(board) + more));
    await()
        .atMost(A_WHILE)
        .until(
            () ->
                wanted.entrySet().stream()
                    .allMatch(looks -> count.applyAsInt(looks.getKey()) >= looks.getValue()));
  }
}
