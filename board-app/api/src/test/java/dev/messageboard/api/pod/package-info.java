/** The packaged service in processes of its own, several on one database: the {@code *IT} tests. */
package dev.messageboard.api.pod;
