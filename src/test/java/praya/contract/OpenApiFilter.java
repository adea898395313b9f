package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test whose response is not as {@code openapi.yaml} says, and remembers what was
 * exercised. Every test of the API has it among its filters.
 */
public final class OpenApiFilter implements Filter {
  private static final OpenApiFilter SHARED = new OpenApiFilter();

  private final OpenApiDocument document = OpenApiDocument.shared();
  private final ResponseCheck check = new ResponseCheck(document);

  public static OpenApiFilter shared() {
    return SHARED;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification responseSpecification,
      FilterContext context) {
    Response response = context.next(request, responseSpecification);
    Answer answer = answer(request, response);
    List<String> faults = check.faults(answer);
    assertThat(faults).as("what openapi.yaml promises").isEmpty();
    document.find(answer.method(), answer.path()).ifPresent(o -> remember(o, request, response));
    return response;
  }

  private static Answer answer(FilterableRequestSpecification request, Response response) {
    URI uri = URI.create(request.getURI());
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.getHeaders().forEach(header -> headers.put(header.getName(), header.getValue()));
    return new Answer(
        request.getMethod(),
        uri.getRawPath() + query,
        response.statusCode(),
        headers,
        new String(response.asByteArray(), StandardCharsets.UTF_8));
  }

  private static void remember(
      Operation operation, FilterableRequestSpecification request, Response response) {
    ContractCoverage.shared().answered(operation, response.statusCode());
    Object body = request.getBody();
    if (response.statusCode() < 300 && body != null) {
      JsonNode sent = JsonMapper.shared().readTree(body.toString());
      String type = request.getContentType().replaceAll(";.*", "");
      ContractCoverage.shared().sent(operation, type, sent);
    }
  }
}
