package dev.messageboard.api.transfer.adopt;

/** Why nothing can be adopted, in a sentence that says what to do. */
final class AdoptRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  AdoptRefusal(String sentence) {
    super(sentence);
  }
}
