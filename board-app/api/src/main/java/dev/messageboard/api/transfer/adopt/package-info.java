/** What another application has written in its own tables becomes messages of the board. */
package dev.messageboard.api.transfer.adopt;
