package praya.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What one sender may take of the server before any route sees the request. */
final class ServerLimits {
  /** Connections that wait to be accepted: a burst, and what Linux allows by default is 4,096. */
  static final int WAITING_CONNECTIONS = 512;

  /** A search with every filter is 2 kB; a bearer token of an issuer can reach 4 kB. */
  private static final int HEADER_BYTES = 8 * 1024;

  /** A browser opens six; more than this is nobody's need on one machine. */
  private static final int CONNECTIONS = 4_000;

  /** Without a byte for so long a connection is closed; browsers open a new one unasked. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private ServerLimits() {}

  static void set(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
  }

  static ServerConnector connector(Server server, HttpConfiguration http, HttpServer.Setup setup) {
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setHost(setup.listener().host());
    connector.setPort(setup.listener().port());
    try {
      connector.open(setup.listener().channel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connector.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    return connector;
  }
}
