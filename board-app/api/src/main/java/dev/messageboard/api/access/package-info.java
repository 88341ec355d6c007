/** Who asks: the client's address, the author's token, the admin's token, and from which site. */
package dev.messageboard.api.access;
