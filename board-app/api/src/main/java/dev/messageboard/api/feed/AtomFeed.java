package dev.messageboard.api.feed;

import dev.messageboard.api.board.BoardSettings;
import dev.messageboard.api.message.Message;
import dev.messageboard.api.message.MessageViews;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes RFC 4287. */
@ApplicationScoped
class AtomFeed {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final int TITLE_LENGTH = 80;

  private final BoardSettings settings;
  private final MessageViews views;

  AtomFeed(BoardSettings settings, MessageViews views) {
    this.settings = settings;
    this.views = views;
  }

  /** {@code base} is the board's address without a slash at the end. */
  String of(List<Message> messages, String base) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      head(xml, messages, base);
      for (Message message : messages) {
        entry(xml, message, base);
      }
      xml.writeEndDocument();
      xml.close();
      return text.toString();
    } catch (XMLStreamException defect) {
      throw new IllegalStateException(defect);
    }
  }

  private void head(XMLStreamWriter xml, List<Message> messages, String base)
      throws XMLStreamException {
    element(xml, "title", settings.title());
    if (!settings.description().isEmpty()) {
      element(xml, "subtitle", settings.description());
    }
    element(xml, "id", base + "/");
    element(
        xml,
        "updated",
        messages.stream()
            .map(AtomFeed::updated)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH)
            .toString());
    link(xml, "self", base + "/api/v1/feed.atom");
    link(xml, "alternate", base + "/");
  }

  private void entry(XMLStreamWriter xml, Message message, String base) throws XMLStreamException {
    String address = base + "/#m-" + message.id;
    xml.writeStartElement("entry");
    element(xml, "id", address);
    element(xml, "title", title(message.body));
    element(xml, "updated", updated(message).toString());
    element(xml, "published", message.createdAt.toString());
    xml.writeStartElement("author");
    element(xml, "name", message.author);
    xml.writeEndElement();
    link(xml, "alternate", address);
    String html = views.html(message.body);
    xml.writeStartElement("content");
    xml.writeAttribute("type", html == null ? "text" : "html");
    xml.writeCharacters(html == null ? message.body : html);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static Instant updated(Message message) {
    return message.editedAt == null ? message.createdAt : message.editedAt;
  }

  /** The first line, cut between characters. */
  private static String title(String body) {
    String line = body.strip().lines().findFirst().orElse("");
    return line.codePointCount(0, line.length()) <= TITLE_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TITLE_LENGTH)) + "…";
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }
}
