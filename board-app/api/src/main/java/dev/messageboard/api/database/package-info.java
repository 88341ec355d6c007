/** MySQL: logging in, bringing the schema up, and telling why the server cannot be used. */
package dev.messageboard.api.database;
