package dev.messageboard.api.reaction;

import dev.messageboard.api.flood.OtherActions;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.Messages;
import dev.messageboard.api.message.Moment;
import dev.messageboard.api.message.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Gives and takes back reactions. Both can be repeated: the message's row is locked meanwhile. */
@ApplicationScoped
class Reactions {

  private static final String ONE = "messageId = ?1 and clientHash = ?2 and name = ?3";

  private final OtherActions flood;

  Reactions(OtherActions flood) {
    this.flood = flood;
  }

  @Transactional
  void give(long id, Reaction reaction, byte[] client) {
    flood.count(client);
    Message message = Messages.shown(Messages.locked(id));
    if (GivenReaction.count(ONE, id, client, reaction) > 0) {
      return;
    }
    GivenReaction given = new GivenReaction();
    given.messageId = id;
    given.clientHash = client;
    given.name = reaction;
    given.createdAt = Moment.now();
    given.persist();
    message.reactions.add(reaction, 1);
    message.touch(given.createdAt);
  }

  @Transactional
  void takeBack(long id, Reaction reaction, byte[] client) {
    flood.count(client);
    Message message = Messages.shown(Messages.locked(id));
    if (GivenReaction.delete(ONE, id, client, reaction) > 0) {
      message.reactions.add(reaction, -1);
      message.touch(Moment.now());
    }
  }
}
