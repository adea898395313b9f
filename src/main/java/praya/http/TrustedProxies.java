package praya.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose word on where a request comes from is taken. Nobody else's is: every sender can
 * write {@code X-Forwarded-For}.
 */
public record TrustedProxies(List<Network> networks) {
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  /** Four numbers, all of them: other ways to write an address are read differently elsewhere. */
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /** Addresses that begin with the same bits; an IPv4 address is never in a network of IPv6. */
  public record Network(InetAddress start, int bits) {
    boolean holds(InetAddress address) {
      byte[] all = address.getAddress();
      byte[] own = start.getAddress();
      return all.length == own.length && Arrays.equals(masked(all, bits), masked(own, bits));
    }

    @Override
    public String toString() {
      return start.getHostAddress() + "/" + bits;
    }
  }

  /** A network such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}, or one address. */
  public static Optional<Network> network(String text) {
    String[] parts = text.split("/", -1);
    Optional<InetAddress> start = address(parts[0]);
    if (start.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    byte[] bytes = start.get().getAddress();
    int all = bytes.length * 8;
    if (parts.length == 1) {
      return Optional.of(new Network(start.get(), all));
    }
    if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > all) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(parts[1]);
    // Bits behind the mask are a slip of the pen, and nobody knows which of the two is meant.
    return Arrays.equals(masked(bytes, bits), bytes)
        ? Optional.of(new Network(start.get(), bits))
        : Optional.empty();
  }

  /** The address that a text is; never asks a name server. */
  static Optional<InetAddress> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean isTrusted(InetAddress address) {
    return networks.stream().anyMatch(network -> network.holds(address));
  }

  /**
   * Who sent a request: the last address that no trusted proxy stands behind.
   *
   * @param peer who opened the connection
   * @param forwarded the values of all headers {@code X-Forwarded-For}, in their order; each proxy
   *     adds the address that it saw at the end, so what stands before it may be made up
   */
  InetAddress client(InetAddress peer, List<String> forwarded) {
    InetAddress client = peer;
    List<String> told = new ArrayList<>();
    forwarded.forEach(value -> told.addAll(Arrays.asList(value.split(",", -1))));
    for (int i = told.size() - 1; i >= 0 && isTrusted(client); i--) {
      Optional<InetAddress> before = address(withoutPort(told.get(i).strip()));
      if (before.isEmpty()) {
        return client;
      }
      client = before.get();
    }
    return client;
  }

  /** Some proxies add the port that they saw. */
  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      return text.replaceFirst("^\\[([^\\]]*)\\](:[0-9]{1,5})?$", "$1");
    }
    return text.replaceFirst("^([0-9.]+):[0-9]{1,5}$", "$1");
  }

  static byte[] masked(byte[] address, int bits) {
    byte[] masked = address.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.clamp(bits - i * 8, 0, 8);
      masked[i] &= (byte) (0xff << (8 - kept));
    }
    return masked;
  }
}
