/** Posting, listing, reading and deleting messages. */
package dev.messageboard.api.message;
