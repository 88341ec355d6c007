package dev.messageboard.api.message;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The four things that can be done with messages. Reads take no transaction: each is one statement.
 */
@ApplicationScoped
public class MessageService {

  private static final Sort NEWEST_FIRST = Sort.descending("id");

  /** The column keeps microseconds: what the 201 shows must be what a later GET shows. */
  @Transactional
  Message post(NewMessage draft) {
    Message message = new Message();
    message.author = draft.author();
    message.body = draft.body();
    message.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    message.persist();
    return message;
  }

  /** One row more than asked for tells whether there is an older page. */
  MessagePage list(PageRequest request) {
    PanacheQuery<Message> query =
        request
            .before()
            .map(cursor -> Message.<Message>find("id < ?1", NEWEST_FIRST, cursor.id()))
            .orElseGet(() -> Message.findAll(NEWEST_FIRST));
    List<Message> rows = query.page(0, request.limit() + 1).list();
    return MessagePage.of(rows, request.limit());
  }

  Optional<Message> find(long id) {
    return Message.findByIdOptional(id);
  }

  /** Deletes by one statement, so of two that delete the same message exactly one succeeds. */
  @Transactional
  boolean delete(long id) {
    return Message.delete("id", id) == 1;
  }
}
