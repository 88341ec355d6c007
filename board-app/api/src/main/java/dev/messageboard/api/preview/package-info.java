/** How a text would look. */
package dev.messageboard.api.preview;
