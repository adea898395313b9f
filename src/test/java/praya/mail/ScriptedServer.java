package praya.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that gives one answer of its own to one command, and takes everything else. */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String command;
  private final String reply;

  private ScriptedServer(ServerSocket socket, String command, String reply) {
    this.socket = socket;
    this.command = command;
    this.reply = reply;
  }

  /** Answers so to the command; {@code .} is the end of a letter. */
  static ScriptedServer answering(String command, String reply) {
    try {
      var server =
          new ScriptedServer(
              new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), command, reply);
      Thread.ofVirtual().start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "smtp://127.0.0.1:" + socket.getLocalPort() + "?starttls=none&from=praya@example.com";
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // The client hung up, or the test is over: both are seen above.
        Thread.onSpinWait();
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, command.equals("CONNECT") ? reply : "220 ready");
    boolean letter = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String said = letter ? line : line.toUpperCase(Locale.ROOT);
      if (letter && !said.equals(".")) {
        continue;
      }
      letter = false;
      if (said.startsWith(command)) {
        say(client, reply);
      } else if (said.startsWith("DATA")) {
        letter = true;
        say(client, "354 go on");
      } else {
        say(client, "250 fine");
      }
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
