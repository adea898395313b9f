package praya.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * A port that is taken before anything answers on it, so that the site's address is known before
 * its pages are made. {@link HttpServer#start} takes it over.
 */
public final class Listener implements AutoCloseable {
  private final String host;
  private final ServerSocketChannel channel;

  private Listener(String host, ServerSocketChannel channel) {
    this.host = host;
    this.channel = channel;
  }

  /** Takes a port; 0 takes a free one. */
  public static Listener open(String host, int port) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        channel.socket().setReuseAddress(true);
        channel.bind(new InetSocketAddress(host, port), ServerLimits.WAITING_CONNECTIONS);
        return new Listener(host, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The port (" + port + ") of the host (" + host + ") cannot be used.", e);
    }
  }

  public String host() {
    return host;
  }

  public int port() {
    return channel.socket().getLocalPort();
  }

  ServerSocketChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
