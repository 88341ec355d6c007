package dev.messageboard.api.admin;

import dev.messageboard.api.moderation.Audit;
import dev.messageboard.api.moderation.ClientBlock;
import dev.messageboard.api.moderation.CurrentRules;
import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.text.Normal;
import dev.messageboard.api.text.TextRule;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** Keeps the list of blocked clients. */
@ApplicationScoped
class Blocks {

  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final int MOST = 1000;
  private static final TextRule REASON = new TextRule("/reason", 500, TextRule.Lines.MANY);

  private final CurrentRules rules;

  Blocks(CurrentRules rules) {
    this.rules = rules;
  }

  List<BlockView> list() {
    return ClientBlock.<ClientBlock>find(
            "expiresAt > ?1", Sort.descending("expiresAt"), Instant.now())
        .page(0, MOST)
        .stream()
        .map(BlockView::of)
        .toList();
  }

  @Transactional
  BlockView put(byte[] client, NewBlock wanted) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    ClientBlock block =
        ClientBlock.<ClientBlock>findByIdOptional(client).orElseGet(ClientBlock::new);
    block.clientHash = client;
    block.reason = wanted.reason() == null ? "" : checked(Normal.lines(wanted.reason()));
    block.createdAt = now;
    block.expiresAt = wanted.expiresAt() == null ? now.plus(A_WEEK) : future(wanted, now);
    block.persist();
    Audit.note("block", HexFormat.of().formatHex(client), block.reason);
    rules.forget();
    return BlockView.of(block);
  }

  @Transactional
  void remove(byte[] client) {
    if (ClientBlock.deleteById(client)) {
      Audit.note("unblock", HexFormat.of().formatHex(client), "");
      rules.forget();
    }
  }

  private static Instant future(NewBlock wanted, Instant now) {
    Instant latest = now.plus(Duration.ofDays(3650));
    if (!wanted.expiresAt().isAfter(now) || wanted.expiresAt().isAfter(latest)) {
      throw refusal(FieldError.at("/expiresAt", "out-of-range", "A time within ten years."));
    }
    return wanted.expiresAt().truncatedTo(ChronoUnit.MICROS);
  }

  private static String checked(String reason) {
    REASON
        .violation(reason)
        .ifPresent(
            error -> {
              throw refusal(error);
            });
    return reason;
  }

  private static ProblemException refusal(FieldError error) {
    return new ProblemException(
        ProblemType.INVALID_MESSAGE, "The block breaks a rule; see errors.", List.of(error));
  }
}
