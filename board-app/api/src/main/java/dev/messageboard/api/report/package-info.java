/** Readers tell the moderators what should not be there. */
package dev.messageboard.api.report;
