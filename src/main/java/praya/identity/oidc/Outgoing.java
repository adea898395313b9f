package praya.identity.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests that leave this program for a provider: to addresses that its own description names, in
 * encrypted form, small, short, and never led on to somewhere else. A provider on this machine may
 * be asked in clear, for trying out, and then sends us nowhere but to this machine.
 */
final class Outgoing implements HTTPRequestSender, ResourceRetriever {
  private static final Duration CONNECTING = Duration.ofSeconds(3);

  /** Somebody waits at a browser meanwhile. */
  private static final Duration ANSWERING = Duration.ofSeconds(8);

  /** Ten times the largest description or set of keys that is in use. */
  private static final int MAX_BYTES = 512 * 1024;

  private final URI issuer;
  private final HttpClient client;

  Outgoing(URI issuer) {
    this.issuer = issuer;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    var builder = HttpRequest.newBuilder(checked(request.getURI())).timeout(ANSWERING);
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String body = request.getBody();
    builder.method(
        request.getMethod() == HTTPRequest.Method.POST ? "POST" : "GET",
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<byte[]> answer = exchange(builder.build());
    var response = new HTTPResponse(answer.statusCode());
    try {
      response.setContentType(answer.headers().firstValue("Content-Type").orElse(null));
    } catch (ParseException e) {
      throw new IOException("The answer has no readable type", e);
    }
    response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
    return response;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      return new Resource(text(url.toURI()), null);
    } catch (URISyntaxException e) {
      throw new IOException("The address is none", e);
    }
  }

  /** What is at an address, when it answers with 200. */
  String text(URI address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(checked(address))
            .timeout(ANSWERING)
            .header("Accept", "application/json")
            .build();
    HttpResponse<byte[]> answer = exchange(request);
    if (answer.statusCode() != 200) {
      throw new IOException("The answer is " + answer.statusCode());
    }
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    var sending =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      // The time of a request ends with its first byte; this one also holds for the last.
      return sending.get(ANSWERING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("There is no answer", e.getCause());
    } catch (TimeoutException e) {
      sending.cancel(true);
      throw new IOException("The answer takes too long", e);
    } catch (InterruptedException e) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("Nobody waits any more", e);
    }
  }

  /** A description can name any address; only some are asked. */
  URI checked(URI address) throws IOException {
    if (address.getHost() == null) {
      throw new IOException("The address is none");
    }
    boolean sameGround = !Provider.isLoopback(issuer) || Provider.isLoopback(address);
    boolean encrypted = !"https".equals(issuer.getScheme()) || "https".equals(address.getScheme());
    if (!Provider.isAskable(address) || !sameGround || !encrypted) {
      throw new IOException("The address (" + address.getHost() + ") is not asked");
    }
    return address;
  }
}
