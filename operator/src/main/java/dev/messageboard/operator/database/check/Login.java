package dev.messageboard.operator.database.check;

import dev.messageboard.operator.status.DatabaseCheck;

/** One attempt to use a database as the board would; it may block, but not for ever. */
@FunctionalInterface
interface Login {

  DatabaseCheck attempt(CheckOrder order);
}
