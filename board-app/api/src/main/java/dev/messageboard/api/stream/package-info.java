/** Changes as they happen, as server-sent events: one query a second however many listen. */
package dev.messageboard.api.stream;
