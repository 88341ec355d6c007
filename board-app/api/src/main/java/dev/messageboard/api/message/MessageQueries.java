package dev.messageboard.api.message;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The lists, each a walk along one index. Reads take no transaction: each is one statement. A
 * cursor that is not given is the end of all ids.
 */
@ApplicationScoped
class MessageQueries {

  private static final Sort NEWEST_FIRST = Sort.descending("id");
  private static final Sort OLDEST_FIRST = Sort.ascending("id");

  /** One row more than asked for tells whether there is another page. */
  PageEnds page(PageRequest request) {
    PanacheQuery<Message> query =
        request
            .after()
            .map(after -> newerThan(after.id(), request.scope()))
            .orElseGet(() -> olderThan(end(request), request.scope()));
    List<MessageRow> rows = query.project(MessageRow.class).page(0, request.limit() + 1).list();
    return PageEnds.of(rows, request);
  }

  private static long end(PageRequest request) {
    return request.before().map(Cursor::id).orElse(Long.MAX_VALUE);
  }

  private static PanacheQuery<Message> olderThan(long id, Scope scope) {
    return switch (scope.kind()) {
      case ALL -> Message.find("listed = true and id < ?1", NEWEST_FIRST, id);
      case ROOTS ->
          Message.find("parentId is null and listed = true and id < ?1", NEWEST_FIRST, id);
      case REPLIES ->
          Message.find(
              "parentId = ?1 and listed = true and id < ?2", NEWEST_FIRST, scope.root(), id);
    };
  }

  private static PanacheQuery<Message> newerThan(long id, Scope scope) {
    return switch (scope.kind()) {
      case ALL -> Message.find("listed = true and id > ?1", OLDEST_FIRST, id);
      case ROOTS ->
          Message.find("parentId is null and listed = true and id > ?1", OLDEST_FIRST, id);
      case REPLIES ->
          Message.find(
              "parentId = ?1 and listed = true and id > ?2", OLDEST_FIRST, scope.root(), id);
    };
  }
}
