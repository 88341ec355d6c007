/** A whole board as lines of JSON, out and in. */
package dev.messageboard.api.transfer;
