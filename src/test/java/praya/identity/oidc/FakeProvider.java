package praya.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** A provider that can lie: tests decide what its description, keys and tokens say. */
final class FakeProvider implements AutoCloseable {
  private final HttpServer server;
  final List<String> asked = new ArrayList<>();
  RSAKey key = key("one");
  List<RSAKey> shown = List.of(key);

  /** What the token endpoint answers as the ID token. */
  volatile String idToken = "";

  UnaryOperator<String> description = text -> text;

  FakeProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/it";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(path + " " + body);
    String text =
        switch (path) {
          case "/it/.well-known/openid-configuration" -> description.apply(description());
          case "/it/keys" -> new JWKSet(List.copyOf(shown)).toString();
          case "/it/token" ->
              "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \""
                  + idToken
                  + "\"}";
          default -> "{}";
        };
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (path.equals("/it/elsewhere")) {
      exchange.getResponseHeaders().set("Location", issuer() + "/keys");
    }
    exchange.sendResponseHeaders(path.equals("/it/elsewhere") ? 302 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String description() {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorise",
     "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
     "response_types_supported": ["code"], "subject_types_supported": ["public"],
     "id_token_signing_alg_values_supported": ["RS256"]}
    """
        .formatted(issuer());
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** Claims that are good for an audience. */
  JWTClaimsSet.Builder claims(String audience) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(audience)
        .subject("subject-1")
        .issueTime(new Date())
        .expirationTime(new Date(System.currentTimeMillis() + 300_000));
  }

  String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  static String signed(JWTClaimsSet claims, RSAKey key) {
    return sign(claims, JWSAlgorithm.RS256, key.getKeyID(), () -> new RSASSASigner(key));
  }

  /** Signed with the public key as if it were a shared secret, which everybody knows. */
  String signedWithThePublicKey(JWTClaimsSet claims) {
    return sign(
        claims,
        JWSAlgorithm.HS256,
        key.getKeyID(),
        () -> new MACSigner(key.toRSAPublicKey().getEncoded()));
  }

  static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  private interface Signing {
    JWSSigner signer() throws JOSEException;
  }

  private static String sign(
      JWTClaimsSet claims, JWSAlgorithm algorithm, String key, Signing signing) {
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(algorithm).keyID(key).type(JOSEObjectType.JWT).build(), claims);
      jwt.sign(signing.signer());
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
