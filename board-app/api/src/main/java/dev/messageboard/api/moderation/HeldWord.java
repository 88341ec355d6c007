package dev.messageboard.api.moderation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A word, in lower case, that sends a message to the moderators. */
@Entity
@Table(name = "held_word")
public class HeldWord extends PanacheEntityBase {

  @Id public String word;
}
