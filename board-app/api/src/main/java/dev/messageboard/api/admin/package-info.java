/** What only moderators may do, and the record of it. */
package dev.messageboard.api.admin;
