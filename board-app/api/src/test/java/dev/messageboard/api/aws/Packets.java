package dev.messageboard.api.aws;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One end of a MySQL connection while it logs in: packets of three bytes length and a number. */
final class Packets {

  private final InputStream in;
  private final OutputStream out;

  Packets(Socket socket) throws IOException {
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  byte[] read() throws IOException {
    byte[] head = in.readNBytes(4);
    if (head.length < 4) {
      throw new EOFException();
    }
    int length = (head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16;
    byte[] body = new byte[length];
    new DataInputStream(in).readFully(body);
    return body;
  }

  void write(int number, byte[] body) throws IOException {
    byte[] packet = new byte[body.length + 4];
    packet[0] = (byte) body.length;
    packet[1] = (byte) (body.length >> 8);
    packet[2] = (byte) (body.length >> 16);
    packet[3] = (byte) number;
    System.arraycopy(body, 0, packet, 4, body.length);
    out.write(packet);
    out.flush();
  }

  /** Everything that comes goes there, until one of them hangs up. */
  void relayTo(Packets other) throws IOException {
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      other.out.write(buffer, 0, read);
      other.out.flush();
    }
  }
}
