/** What the board's owner decides: settings, keys, and the description of this API. */
package dev.messageboard.api.board;
