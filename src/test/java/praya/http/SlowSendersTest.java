package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import praya.contract.Answer;
import praya.testkit.OwnApp;

/** Who drips bytes to hold a connection loses it; who asks for too much at once is refused. */
class SlowSendersTest {
  private static final Duration TIME = Duration.ofMillis(1_500);

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    connector.setIdleTimeout(60_000);
    server.setHandler(new Echo());
    server.insertHandler(new SlowSenders(new SlowSenders.Times(TIME, TIME)));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  @Timeout(60)
  void headersThatDrip_loseTheConnection() throws Exception {
    try (Socket socket = connect()) {
      assertThat(drip(socket, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(8_000)))
          .as("the server hung up")
          .isTrue();
    }
  }

  @Test
  @Timeout(60)
  void bodyThatDrips_losesTheConnection() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 8000\r\n\r\n");
      assertThat(drip(socket, "y".repeat(8_000))).as("the server hung up").isTrue();
    }
  }

  @Test
  @Timeout(60)
  void secondRequestThatDrips_losesTheConnection() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      assertThat(drip(socket, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(8_000))).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void connectionThatIsKept_betweenRequests_staysOpen() throws Exception {
    try (Socket socket = connect()) {
      byte[] first = ask(socket);
      TimeUnit.MILLISECONDS.sleep(TIME.multipliedBy(3).toMillis());
      assertThat(ask(socket)).hasSameSizeAs(first);
    }
  }

  @Test
  void headersThatAreTooLarge_areRefused() throws Exception {
    try (OwnApp app = OwnApp.start(java.util.Map.of())) {
      Answer header = RawRequest.get("/").with("X", "y".repeat(9_000)).send(app.baseUri());
      assertThat(header.status()).isEqualTo(431);
      assertThat(header.body()).contains("/problems/malformed");
      Answer address = RawRequest.get("/?" + "y".repeat(9_000)).send(app.baseUri());
      assertThat(address.status()).isEqualTo(414);
      Answer many = RawRequest.get("/").with("Cookie", "a=b; ".repeat(2_000)).send(app.baseUri());
      assertThat(many.status()).isEqualTo(431);
    }
  }

  private static byte[] ask(Socket socket) throws IOException {
    send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    byte[] answer = new byte[4_096];
    int read = socket.getInputStream().read(answer);
    return java.util.Arrays.copyOf(answer, read);
  }

  private Socket connect() throws IOException {
    return new Socket("127.0.0.1", connector.getLocalPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Whether the other side hangs up before all of the text has gone. */
  private static boolean drip(Socket socket, String text) throws InterruptedException {
    try {
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < text.length(); i++) {
        out.write(text.charAt(i));
        out.flush();
        TimeUnit.MILLISECONDS.sleep(20);
      }
      return false;
    } catch (IOException hungUp) {
      return true;
    }
  }

  /** Reads the body, then answers. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Content.Source.consumeAll(request);
      Content.Sink.write(response, true, "done", callback);
      return true;
    }
  }
}
