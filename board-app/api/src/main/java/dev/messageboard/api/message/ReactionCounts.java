package dev.messageboard.api.message;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each reaction was given. */
@Embeddable
public class ReactionCounts {

  @Column(name = "like_count")
  int like;

  @Column(name = "heart_count")
  int heart;

  @Column(name = "laugh_count")
  int laugh;

  @Column(name = "surprised_count")
  int surprised;

  @Column(name = "sad_count")
  int sad;

  @Column(name = "thanks_count")
  int thanks;

  /** Counts one more or one less. */
  public void add(Reaction reaction, int by) {
    switch (reaction) {
      case LIKE -> like += by;
      case HEART -> heart += by;
      case LAUGH -> laugh += by;
      case SURPRISED -> surprised += by;
      case SAD -> sad += by;
      case THANKS -> thanks += by;
    }
  }

  /** Without those that nobody gave. */
  public Map<String, Integer> given() {
    Map<String, Integer> given = new LinkedHashMap<>();
    put(given, Reaction.LIKE, like);
    put(given, Reaction.HEART, heart);
    put(given, Reaction.LAUGH, laugh);
    put(given, Reaction.SURPRISED, surprised);
    put(given, Reaction.SAD, sad);
    put(given, Reaction.THANKS, thanks);
    return given;
  }

  private static void put(Map<String, Integer> given, Reaction reaction, int count) {
    if (count > 0) {
      given.put(reaction.slug(), count);
    }
  }
}
