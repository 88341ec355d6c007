package dev.messageboard.api.admin;

import dev.messageboard.api.access.AdminOnly;
import dev.messageboard.api.moderation.Audit;
import dev.messageboard.api.moderation.CurrentRules;
import dev.messageboard.api.moderation.HeldWord;
import dev.messageboard.api.problem.FieldError;
import dev.messageboard.api.problem.ProblemException;
import dev.messageboard.api.problem.ProblemType;
import dev.messageboard.api.text.Normal;
import dev.messageboard.api.text.TextRule;
import io.quarkus.panache.common.Sort;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** {@code /api/v1/admin/words}: the whole list is read and replaced. */
@Path("/admin/words")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public class WordResource {

  private static final int MOST = 500;
  private static final int LONGEST = 64;

  private final CurrentRules rules;

  WordResource(CurrentRules rules) {
    this.rules = rules;
  }

  @GET
  public Words list() {
    return new Words(
        HeldWord.<HeldWord>listAll(Sort.by("word")).stream().map(held -> held.word).toList());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  public Words replace(Words wanted) {
    TreeSet<String> words = checked(wanted);
    HeldWord.deleteAll();
    for (String word : words) {
      HeldWord held = new HeldWord();
      held.word = word;
      held.persist();
    }
    Audit.note("words", "words", words.size() + " words");
    rules.forget();
    return new Words(new ArrayList<>(words));
  }

  private static TreeSet<String> checked(Words wanted) {
    if (wanted == null || wanted.words() == null) {
      throw refusal(FieldError.at("/words", "required", "This field is required."));
    }
    if (wanted.words().size() > MOST) {
      throw refusal(FieldError.at("/words", "too-long", "At most " + MOST + " words."));
    }
    TreeSet<String> words = new TreeSet<>();
    for (int i = 0; i < wanted.words().size(); i++) {
      words.add(checked(Normal.line(wanted.words().get(i)), "/words/" + i));
    }
    return words;
  }

  private static String checked(String word, String pointer) {
    new TextRule(pointer, LONGEST, TextRule.Lines.ONE)
        .violation(word)
        .ifPresent(
            error -> {
              throw refusal(error);
            });
    return word.toLowerCase(Locale.ROOT);
  }

  private static ProblemException refusal(FieldError error) {
    return new ProblemException(
        ProblemType.INVALID_MESSAGE, "The list breaks a rule; see errors.", List.of(error));
  }
}
