package praya.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import praya.Config;

/** Where a request comes from, when proxies tell and when others pretend to be proxies. */
class TrustedProxiesTest {
  private static final TrustedProxies PROXIES = proxies("10.0.0.0/8,2001:db8:1::/48,192.0.2.7");

  @Test
  void peer_thatIsNotTrusted_isTheClient_whateverItSays() {
    assertThat(client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    assertThat(client("192.0.2.8", "198.51.100.1, 10.0.0.1")).isEqualTo("192.0.2.8");
    assertThat(TrustedProxies.NONE.client(ip("127.0.0.1"), List.of("198.51.100.1")))
        .isEqualTo(ip("127.0.0.1"));
  }

  @Test
  void forwarded_isReadFromTheRightPastTrustedProxies() {
    assertThat(client("10.1.1.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    // What stands before the first address that is not trusted is what that one made up.
    assertThat(client("10.1.1.1", "6.6.6.6, 198.51.100.1, 10.2.2.2")).isEqualTo("198.51.100.1");
    assertThat(client("10.1.1.1", "6.6.6.6", "198.51.100.1", "192.0.2.7, 10.2.2.2"))
        .isEqualTo("198.51.100.1");
    assertThat(client("2001:db8:1::5", "2001:db8:2::9")).isEqualTo("2001:db8:2:0:0:0:0:9");
    assertThat(client("10.1.1.1", "10.3.3.3, 10.2.2.2")).isEqualTo("10.3.3.3");
    assertThat(client("10.1.1.1")).isEqualTo("10.1.1.1");
  }

  @Test
  void forwarded_withPorts_isRead() {
    assertThat(client("10.1.1.1", "198.51.100.1:4711")).isEqualTo("198.51.100.1");
    assertThat(client("10.1.1.1", "[2001:db8:2::9]:4711")).isEqualTo("2001:db8:2:0:0:0:0:9");
    assertThat(client("10.1.1.1", "[2001:db8:2::9]")).isEqualTo("2001:db8:2:0:0:0:0:9");
  }

  @Test
  void forwarded_thatIsNoAddress_endsTheWalk() {
    for (String broken :
        List.of(
            "",
            " ",
            "unknown",
            "localhost",
            "_hidden",
            "127.1",
            "0x7f.1",
            "1.2.3.4.5",
            "fe80::1%eth0",
            "300.1.1.1",
            "::1 ::2",
            "example.org",
            "1.2.3.4;5")) {
      assertThat(client("10.1.1.1", "6.6.6.6, " + broken)).as(broken).isEqualTo("10.1.1.1");
    }
  }

  @Test
  void line_ofIpv6_isTheNetworkOfItsFirst64Bits() {
    assertThat(line("198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(line("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2:0:0:0:0/64");
    assertThat(line("2001:db8:1:2:ffff::1")).isEqualTo("2001:db8:1:2:0:0:0:0/64");
    assertThat(line("::ffff:198.51.100.1")).isEqualTo("198.51.100.1");
  }

  @Test
  void setting_thatIsNoNetwork_isAFault() {
    for (String wrong :
        List.of(
            "proxy",
            "10.0.0.0/33",
            "10.0.0.1/8",
            "10.0.0.0/",
            "10.0.0.0/8/8",
            "::1/129",
            "10.0.0.0/-1",
            "*")) {
      assertThatThrownBy(
              () -> Config.read(Map.of(), Map.of("PRAYA_TRUSTED_PROXIES", "10.0.0.0/8," + wrong)))
          .as(wrong)
          .isInstanceOf(Config.Unusable.class)
          .hasMessageContaining("trusted-proxies (" + wrong + ")");
    }
    assertThat(proxies(" 10.0.0.0/8 , ::1 ").networks()).hasSize(2);
    assertThat(proxies("").networks()).isEmpty();
    assertThat(proxies("0.0.0.0/0").isTrusted(ip("8.8.8.8"))).isTrue();
    assertThat(proxies("0.0.0.0/0").isTrusted(ip("::1"))).isFalse();
  }

  private static TrustedProxies proxies(String setting) {
    return Config.read(Map.of(), Map.of("PRAYA_TRUSTED_PROXIES", setting)).web().proxies();
  }

  private static String client(String peer, String... forwarded) {
    return PROXIES.client(ip(peer), Arrays.asList(forwarded)).getHostAddress();
  }

  private static String line(String address) {
    return new ClientAddress(ip(address), ClientAddress.Encryption.UNKNOWN).line();
  }

  private static InetAddress ip(String text) {
    return InetAddress.ofLiteral(text);
  }
}
