package praya.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import praya.contract.Answer;

/**
 * An HTTP request as bytes, for what no honest client would send: broken escapes, broken UTF-8, a
 * body that lies about itself. Immutable.
 *
 * @param target path and query exactly as they go over the wire, one byte for each character
 */
record RawRequest(String method, String target, Map<String, String> headers, byte[] body) {

  /** Long enough for a rebuilt view, short enough to fail a test that hangs. */
  private static final int TIMEOUT_MILLIS = 30_000;

  static RawRequest get(String target) {
    return new RawRequest("GET", target, Map.of(), new byte[0]);
  }

  static RawRequest post(String target, String contentType, byte[] body) {
    return new RawRequest("POST", target, Map.of(), body).with("Content-Type", contentType);
  }

  RawRequest with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new RawRequest(method, target, all, body);
  }

  RawRequest without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new RawRequest(method, target, fewer, body);
  }

  /** Sends it over a connection of its own and reads the answer to its end. */
  Answer send(String baseUri) throws IOException {
    URI server = URI.create(baseUri);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      write(socket.getOutputStream(), server.getAuthority());
      return parse(readAll(socket.getInputStream()));
    }
  }

  private void write(OutputStream out, String host) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1");
    if (!headers.containsKey("Host")) {
      head.append("\r\nHost: ").append(host);
    }
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    boolean chunked = headers.containsKey("Transfer-Encoding");
    if (body.length > 0 && !chunked) {
      head.append("\r\nContent-Length: ").append(body.length);
    }
    head.append("\r\nConnection: close\r\n\r\n");
    try {
      out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(chunked ? chunk(body) : body);
      out.flush();
    } catch (IOException e) {
      // A server may refuse a large body before it has read it; its answer is what counts.
      return;
    }
  }

  private static byte[] chunk(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        answer.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // A connection that is reset after the answer is the server's way to stop a large upload.
      if (answer.size() == 0) {
        throw e;
      }
    }
    return answer.toByteArray();
  }

  private Answer parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      found.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).trim());
    }
    String content = text.substring(end + 4);
    boolean chunked = "chunked".equalsIgnoreCase(found.get("Transfer-Encoding"));
    int status = Integer.parseInt(lines[0].split(" ")[1]);
    return new Answer(method, target, status, found, chunked ? joined(content) : content);
  }

  /** The text of chunks. Good enough for problems, whose only chunk is all of them. */
  private static String joined(String chunks) {
    StringBuilder text = new StringBuilder();
    byte[] bytes = chunks.getBytes(StandardCharsets.UTF_8);
    int at = 0;
    while (at < bytes.length) {
      int lineEnd = at;
      while (bytes[lineEnd] != '\r') {
        lineEnd++;
      }
      String size = new String(bytes, at, lineEnd - at, StandardCharsets.US_ASCII);
      int length = Integer.parseInt(size.replaceAll(";.*", ""), 16);
      text.append(new String(bytes, lineEnd + 2, length, StandardCharsets.UTF_8));
      at = length == 0 ? bytes.length : lineEnd + 2 + length + 2;
    }
    return text.toString();
  }
}
