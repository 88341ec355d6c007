package dev.messageboard.api.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/**
 * RDS as a user of IAM meets it: TLS first, then the token in clear text, and from there on the
 * real server, whose user of that name has no password.
 */
public final class RdsFront implements AutoCloseable {

  public static final String REGION = "eu-central-1";

  private static final String PLUGIN = "mysql_clear_password";
  private static final int SWITCH = 0xfe;
  private static final int ACCESS_DENIED = 1045;

  private static final FrontCertificate CERTIFICATE = FrontCertificate.create();

  private final ServerSocket door;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final int mysql;
  private final TokenCheck tokens;

  public RdsFront(int mysql, TokenCheck tokens) {
    this.mysql = mysql;
    this.tokens = tokens;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    inBackground(this::admit);
  }

  public String url(String database, String sslMode) {
    return "jdbc:mysql://localhost:%d/%s?sslMode=%s"
        .formatted(door.getLocalPort(), database, sslMode);
  }

  /** What a board has to trust to verify it. */
  public String authority() {
    return CERTIFICATE.pem();
  }

  /** On all who are logged in. */
  public void hangUp() {
    clients.forEach(RdsFront::close);
    clients.clear();
  }

  private void admit() throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      clients.add(client);
      inBackground(() -> serve(client));
    }
  }

  private void serve(Socket plain) throws IOException {
    try (plain;
        Socket real = new Socket(InetAddress.getLoopbackAddress(), mysql)) {
      Packets server = new Packets(real);
      Packets clear = new Packets(plain);
      clear.write(0, server.read());
      if ((HandshakeResponse.capabilities(clear.read()) & HandshakeResponse.SSL) == 0) {
        clear.write(2, refusal("TLS is required"));
        return;
      }
      try (SSLSocket tls = encrypted(plain)) {
        logIn(new Packets(tls), server);
      }
    }
  }

  private SSLSocket encrypted(Socket plain) throws IOException {
    SSLSocket tls =
        (SSLSocket) CERTIFICATE.tls().getSocketFactory().createSocket(plain, null, false);
    tls.setUseClientMode(false);
    tls.startHandshake();
    return tls;
  }

  private void logIn(Packets client, Packets server) throws IOException {
    HandshakeResponse response = HandshakeResponse.of(client.read());
    client.write(3, demand());
    String token = new String(client.read(), UTF_8).replace("\0", "");
    Optional<String> refused =
        tokens.refusal(response.user(), "localhost:" + door.getLocalPort(), token);
    if (refused.isPresent()) {
      client.write(5, refusal(response.user()));
      return;
    }
    server.write(1, response.withoutProof());
    client.write(5, server.read());
    inBackground(() -> server.relayTo(client));
    client.relayTo(server);
  }

  private static byte[] demand() {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(SWITCH);
    packet.writeBytes((PLUGIN + "\0").getBytes(UTF_8));
    return packet.toByteArray();
  }

  /** As the server itself says it: nothing of why. */
  private static byte[] refusal(String user) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(0xff);
    packet.write(ACCESS_DENIED & 0xff);
    packet.write(ACCESS_DENIED >> 8);
    packet.writeBytes(
        "#28000Access denied for user '%s'@'localhost' (using password: YES)"
            .formatted(user)
            .getBytes(UTF_8));
    return packet.toByteArray();
  }

  private static void inBackground(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException hungUp) {
                // the other end sees it
              }
            },
            "rds-front");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    close(door);
  }

  private static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface Task {
    void run() throws IOException;
  }
}
