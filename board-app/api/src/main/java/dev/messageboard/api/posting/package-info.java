/** New messages: from what a person sends to rows, many in one commit. */
package dev.messageboard.api.posting;
