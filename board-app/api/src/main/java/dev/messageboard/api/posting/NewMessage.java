package dev.messageboard.api.posting;

/**
 * What a person sends to post a message. {@code website} is a honeypot: no person sees that field.
 * {@code formAge} is for how many milliseconds the form was open.
 */
public record NewMessage(
    String author, String body, String parentId, String website, Long formAge) {

  boolean isFromARobot() {
    return website != null && !website.isBlank();
  }
}
