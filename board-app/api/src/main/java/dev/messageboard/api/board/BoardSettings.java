package dev.messageboard.api.board;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The board's configuration, every value of it checked. */
public record BoardSettings(
    String title,
    String description,
    Optional<String> publicUrl,
    Markup markup,
    Posting posting,
    DeletePolicy deletePolicy,
    Duration editWindow,
    int maxMessageLength,
    int retentionDays,
    Duration upkeepInterval,
    int postsPerMinute,
    int postsPerHour,
    boolean showServedBy,
    List<Network> trustedProxies) {

  /** What the column of the body can hold. */
  public static final int LONGEST_MESSAGE = 10_000;

  private static final int MANY = 1_000_000;
  private static final int HUNDRED_YEARS = 36_500;

  /** Throws with every wrong key, its value and what is allowed. */
  public static BoardSettings of(BoardConfig config) {
    SettingsReader read = new SettingsReader();
    BoardSettings settings =
        new BoardSettings(
            config.title().orElse("Message board"),
            config.description().orElse(""),
            read.url("public-url", config.publicUrl()),
            read.oneOf("markup", config.markup(), Markup.values()),
            read.oneOf("posting", config.posting(), Posting.values()),
            read.oneOf("delete-policy", config.deletePolicy(), DeletePolicy.values()),
            read.duration("edit-window", config.editWindow()),
            read.number("max-message-length", config.maxMessageLength(), 1, LONGEST_MESSAGE),
            read.number("retention-days", config.retentionDays(), 0, HUNDRED_YEARS),
            read.interval("upkeep-interval", config.upkeepInterval()),
            read.number("posts-per-minute", config.postsPerMinute(), 1, MANY),
            read.number("posts-per-hour", config.postsPerHour(), 1, MANY),
            read.flag("show-served-by", config.showServedBy()),
            read.networks("trusted-proxies", config.trustedProxies()));
    read.refuseWhatIsWrong();
    return settings;
  }
}
