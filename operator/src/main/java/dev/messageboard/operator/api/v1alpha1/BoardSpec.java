package dev.messageboard.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;

@ValidationRule(
    value = "!has(self.posting) || self.posting != 'moderated' || has(self.adminSecretRef)",
    message =
        "board.posting: moderated needs board.adminSecretRef: without it nobody could approve a message")
public record BoardSpec(
    @Default(BoardSpec.DEFAULT_TITLE)
        @Pattern(BoardSpec.ONE_LINE)
        @Size(min = 1, max = 100)
        @JsonPropertyDescription("Title of the page and of its feed.")
        String title,
    @Default("''")
        @Pattern(BoardSpec.ONE_LINE)
        @Size(max = 500)
        @JsonPropertyDescription("A sentence under the title, for people and search engines.")
        String description,
    @Default("{}") @JsonPropertyDescription("The page's colours.") ThemeSpec theme,
    @Default("plain")
        @JsonPropertyDescription(
            "How messages are written: plain text, or markdown with a few safe elements.")
        Markup markup,
    @Default("open")
        @JsonPropertyDescription(
            "Who posts: open is everyone at once, moderated is everyone after approval, closed is nobody.")
        Posting posting,
    @Default("author")
        @JsonPropertyDescription(
            "Who deletes a message: its author, the admin only, or anyone; the admin always may.")
        DeletePolicy deletePolicy,
    @Default(BoardSpec.DEFAULT_EDIT_WINDOW)
        @Pattern("^(0s|[1-9][0-9]{0,4}[smh])$")
        @Size(max = 6)
        @JsonPropertyDescription(
            "How long an author may edit a message, such as 15m; 0s is not at all.")
        String editWindow,
    @Default("4000")
        @Min(1)
        @Max(10_000)
        @JsonPropertyDescription("How many characters a message may have.")
        Integer maxMessageLength,
    @Default("0")
        @Min(0)
        @Max(36_500)
        @JsonPropertyDescription("After how many days messages are removed; 0 keeps them for ever.")
        Integer retentionDays,
    @Default("10")
        @Min(1)
        @Max(10_000)
        @JsonPropertyDescription("How many messages one client may post in a minute.")
        Integer postsPerMinute,
    @Default("60")
        @Min(1)
        @Max(100_000)
        @JsonPropertyDescription("How many messages one client may post in an hour.")
        Integer postsPerHour,
    @Default("false")
        @JsonPropertyDescription("Whether the page's footer tells which pod answered.")
        Boolean showServedBy,
    @JsonPropertyDescription(
            "The Secret with the admin's token; without it there is no moderation.")
        SecretKeyRef adminSecretRef) {

  static final String DEFAULT_TITLE = "Message board";
  static final String DEFAULT_EDIT_WINDOW = "15m";
  static final String ONE_LINE = "^[^\\x00-\\x1F\\x7F]*$";

  public BoardSpec {
    title = Objects.requireNonNullElse(title, DEFAULT_TITLE);
    description = Objects.requireNonNullElse(description, "");
    theme = theme == null ? new ThemeSpec(null) : theme;
    markup = Objects.requireNonNullElse(markup, Markup.plain);
    posting = Objects.requireNonNullElse(posting, Posting.open);
    deletePolicy = Objects.requireNonNullElse(deletePolicy, DeletePolicy.author);
    editWindow = Objects.requireNonNullElse(editWindow, DEFAULT_EDIT_WINDOW);
    maxMessageLength = Objects.requireNonNullElse(maxMessageLength, 4000);
    retentionDays = Objects.requireNonNullElse(retentionDays, 0);
    postsPerMinute = Objects.requireNonNullElse(postsPerMinute, 10);
    postsPerHour = Objects.requireNonNullElse(postsPerHour, 60);
    showServedBy = Objects.requireNonNullElse(showServedBy, false);
  }

  static BoardSpec ofDefaults() {
    return new BoardSpec(
        null, null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
