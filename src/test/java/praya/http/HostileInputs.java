package praya.http;

import java.nio.charset.StandardCharsets;

/** The tables of {@link HostileInputTest}: request, statuses that will do, field to be named. */
final class HostileInputs {
  private HostileInputs() {}

  static final String ADDRESSES =
      """
      /api/v1/organisations?colour=red                | 400 | colour
      /api/v1/organisations?Q=bank                    | 400 | Q
      /api/v1/organisations?limit=0                   | 400 | limit
      /api/v1/organisations?limit=-1                  | 400 | limit
      /api/v1/organisations?limit=101                 | 400 | limit
      /api/v1/organisations?limit=1.5                 | 400 | limit
      /api/v1/organisations?limit=1e2                 | 400 | limit
      /api/v1/organisations?limit=ten                 | 400 | limit
      /api/v1/organisations?limit=                    | 400 | limit
      /api/v1/organisations?limit=99999999999999999999 | 400 | limit
      /api/v1/organisations?limit=%EF%BC%95           | 400 | limit
      /api/v1/organisations?limit=5&limit=6           | 400 | limit
      /api/v1/organisations?cursor=                   | 400 | cursor
      /api/v1/organisations?cursor=nonsense           | 400 | cursor
      /api/v1/organisations?cursor=%00                | 400 | cursor
      /api/v1/organisations?cursor=LONG               | 400 | cursor
      /api/v1/organisations?cursor=eyJhIjoxfQ         | 400 | cursor
      /api/v1/organisations?q=%00                     | 400 | q
      /api/v1/organisations?q=a%00b                   | 400 | q
      /api/v1/organisations?q=LONG                    | 400 | q
      /api/v1/organisations?q=%FF                     | 400 | q
      /api/v1/organisations?q=%C3%28                  | 400 | q
      /api/v1/organisations?q=%E0%80%AF               | 400 | q
      /api/v1/organisations?q=%ED%A0%80               | 400 | q
      /api/v1/organisations?q=%zz                     | 400 | -
      /api/v1/organisations?q=%                       | 400 | -
      /api/v1/organisations?%FF=1                     | 400 | -
      /api/v1/organisations?=1                        | 400 | -
      /api/v1/organisations?kind=nosuch               | 400 | kind
      /api/v1/organisations?kind=                     | 400 | kind
      /api/v1/organisations?kind=startup&kind=%00     | 400 | kind
      /api/v1/organisations?layer=nosuch              | 400 | layer
      /api/v1/organisations?sector=nosuch             | 400 | sector
      /api/v1/organisations?capability=nosuch         | 400 | capability
      /api/v1/organisations?member=maybe              | 400 | member
      /api/v1/organisations?holdsAllocation=1         | 400 | holdsAllocation
      /api/v1/organisations?fictional=TRUE            | 400 | fictional
      /api/v1/organisations?sort=best                 | 400 | sort
      /api/v1/organisations?facets=maybe              | 400 | facets
      /api/v1/organisations?fields=slug,colour        | 400 | fields
      /api/v1/organisations?fields=                   | 400 | fields
      /api/v1/organisations?after=-1                  | 400 | after
      /api/v1/organisations?after=soon                | 400 | after
      /api/v1/organisations?after=9007199254740991    | 400 | after
      /api/v1/organisations?after=99999999999999999999 | 400 | after
      /api/v1/organisations?q=a&limit=0&sort=best     | 400 | sort
      /api/v1/organisations/%zz                       | 400 | -
      /api/v1/organisations/%                         | 400 | -
      /api/v1/organisations/%00                       | 400/404 | -
      /api/v1/organisations/%FF                       | 400/404 | -
      /api/v1/organisations/a%2Fb                     | 400/404 | -
      /api/v1/organisations/%2e%2e%2fhealth           | 400/404 | -
      /api/v1/organisations/..%5c..                   | 400/404 | -
      /api/v1/organisations/LONG                      | 400/404/414 | -
      /api/v1/organisations/'%20OR%201=1              | 404 | -
      /api/v1/organisations/%F0%9F%98%80              | 404 | -
      /api/v1/organisations/no-such-one               | 404 | -
      /api/v1/organisations/00000000-0000-0000-0000-000000000000 | 404 | -
      /api/v1/organisations/fano-labs?fields=colour   | 400 | fields
      /api/v1/organisations/fano-labs?limit=1         | 400 | limit
      /api/v1/organisations/fano-labs/nothing         | 404 | -
      /api/v1/organisations/fano-labs/partners?limit=51 | 400 | limit
      /api/v1/organisations/fano-labs/partners?explain=some | 400 | explain
      /api/v1/organisations/fano-labs/relations?type=nosuch | 400 | type
      /api/v1/organisations/fano-labs/offers?open=maybe | 400 | open
      /api/v1/organisations/fano-labs/needs?cursor=x  | 400 | cursor
      /api/v1/organisations/fano-labs/allocations?status=gone | 400 | status
      /api/v1/organisations/no-such-one/partners      | 404 | -
      /api/v1/offers?exchange=nosuch                  | 400 | exchange
      /api/v1/offers?organisation=%00                 | 400 | organisation
      /api/v1/offers?cursor=nonsense                  | 400 | cursor
      /api/v1/offers/LONG                             | 400/404/414 | -
      /api/v1/needs?open=1                            | 400 | open
      /api/v1/relations?type=friend                   | 400 | type
      /api/v1/relations/%00                           | 400/404 | -
      /api/v1/allocations?heldOn=2026-02-30           | 400 | heldOn
      /api/v1/allocations?heldOn=yesterday            | 400 | heldOn
      /api/v1/allocations?heldOn=+999999999-12-31     | 400 | heldOn
      /api/v1/allocations?scheme=nosuch               | 400 | scheme
      /api/v1/allocations?shareability=all            | 400 | shareability
      /api/v1/allocations/nosuch/usage                | 404 | -
      /api/v1/suggest                                 | 400 | q
      /api/v1/suggest?q=                              | 400 | q
      /api/v1/suggest?q=a&limit=21                    | 400 | limit
      /api/v1/suggest?q=a&q=b                         | 400 | q
      /api/v1/taxonomy?vocabulary=layers              | 400 | vocabulary
      /api/v1/centre?colour=red                       | 400 | colour
      /api/v1/stats?limit=1                           | 400 | limit
      /api/v1/health?verbose=true                     | 400 | verbose
      /api/v1/changes?after=-1                        | 400 | after
      /api/v1/changes?limit=1000000                   | 400 | limit
      /api/v1/nothing                                 | 404 | -
      /api/v1                                         | 404 | -
      /api/v2/organisations                           | 404 | -
      /openapi.yaml?colour=red                        | 400 | colour
      """;

  /** Odd words and tags that are no mistakes. */
  static final String ODD_BUT_GOOD =
      """
      /api/v1/organisations?q=%22%5B%28%2A%3F~%5E%3A%5C%2F%7B
      /api/v1/organisations?q=AND+OR+NOT
      /api/v1/organisations?q=*
      /api/v1/organisations?q=%F0%9F%98%80
      /api/v1/organisations?q=%E2%80%AE%E2%80%8B
      /api/v1/organisations?q=++
      /api/v1/organisations?q=
      /api/v1/organisations?q=%3Cscript%3Ealert(1)%3C/script%3E
      /api/v1/organisations?q=slug:fano-labs
      /api/v1/organisations?lang=xx
      /api/v1/organisations?lang=zh-HK
      /api/v1/organisations?lang=%F0%9F%98%80
      /api/v1/suggest?q=%22
      /api/v1/suggest?q=(
      """;

  static final String METHODS =
      """
      DELETE /api/v1/organisations     | 405 | -
      PUT /api/v1/offers               | 405 | -
      PATCH /api/v1/needs              | 405 | -
      POST /api/v1/organisations/fano-labs | 405 | -
      POST /api/v1/stats               | 405 | -
      PUT /api/v1/suggest              | 405 | -
      DELETE /api/v1/changes           | 405 | -
      POST /api/v1/organisations/fano-labs/partners | 405 | -
      POST /openapi.yaml               | 405 | -
      """;

  /** The rest of an offer, without a fault. */
  private static final String OFFER =
      "\"exchange\": \"capability\", \"titleEn\": \"a\", \"opens\": \"2026-11-22\"";

  /**
   * Collection and body. {@code OFFER} is the rest of an offer, {@code ESC-u} stands for the escape
   * of a JSON character.
   */
  static final String BODIES =
      """
      organisations {                                      | 400 | body
      organisations null                                   | 400 | body
      organisations []                                     | 400 | body
      organisations "text"                                 | 400 | body
      organisations 42                                     | 400 | body
      organisations {}{}                                   | 400 | body
      organisations {"slug": "a-b", "slug": "c-d"}         | 400 | body
      organisations {'slug': 'a-b'}                        | 400 | body
      organisations {"slug": NaN}                          | 400 | body
      organisations <xml/>                                 | 400 | body
      organisations {}                                     | 422 | slug
      organisations {}                                     | 422 | kind
      organisations {}                                     | 422 | sources
      organisations {}                                     | 422 | nameEn
      organisations {"colour": "red"}                      | 422 | colour
      organisations {"__proto__": {}}                      | 422 | __proto__
      organisations {"slug": 5}                            | 422 | slug
      organisations {"slug": "UPPER"}                      | 422 | slug
      organisations {"slug": "a--b"}                       | 422 | slug
      organisations {"slug": "019ab2c4-5a00-7b32-8c44-1f2e3d4c5b6a"} | 422 | slug
      organisations {"nameEn": ""}                         | 422 | nameEn
      organisations {"nameEn": "aESC-u0000b"}              | 422 | nameEn
      organisations {"nameEn": "ESC-ud800"}                | 400/422 | -
      organisations {"nameEn": ["a"]}                      | 422 | nameEn
      organisations {"nameEn": {"en": "a"}}                | 422 | nameEn
      organisations {"aliases": "x"}                       | 422 | aliases
      organisations {"aliases": [1]}                       | 422 | aliases
      organisations {"aliases": [null]}                    | 422 | aliases
      organisations {"kind": "nosuch"}                     | 422 | kind
      organisations {"kind": null}                         | 422 | kind
      organisations {"layers": ["nosuch"]}                 | 422 | layers
      organisations {"layers": ["models", "models"]}       | 422 | layers
      organisations {"sectors": {"fintech": true}}         | 422 | sectors
      organisations {"capabilities": [["rag"]]}            | 422 | capabilities
      organisations {"foundedOrIntakeYear": 1e400}         | 400/422 | -
      organisations {"foundedOrIntakeYear": 99999999999999999999} | 422 | foundedOrIntakeYear
      organisations {"foundedOrIntakeYear": 2020.5}        | 422 | foundedOrIntakeYear
      organisations {"foundedOrIntakeYear": "2020"}        | 422 | foundedOrIntakeYear
      organisations {"foundedOrIntakeYear": 1066}          | 422 | foundedOrIntakeYear
      organisations {"cyberport": []}                      | 422 | cyberport
      organisations {"cyberport": {"member": "yes"}}       | 422 | cyberport.member
      organisations {"cyberport": {"colour": "red"}}       | 422 | cyberport.colour
      organisations {"website": "javascript:alert(1)"}     | 422 | website
      organisations {"website": "not an address"}          | 422 | website
      organisations {"computeReported": {"date": "2026-02-30"}} | 422 | computeReported.date
      organisations {"computeReported": "yes"}             | 422 | computeReported
      organisations {"fictional": "true"}                  | 422 | fictional
      organisations {"fictional": 1}                       | 422 | fictional
      organisations {"confirmedAt": "yesterday"}           | 422 | confirmedAt
      organisations {"confirmedAt": "+999999999-12-31T23:59:59Z"} | 422 | confirmedAt
      organisations {"sources": []}                        | 422 | sources
      organisations {"sources": [""]}                      | 422 | sources
      offers {"organisation": "no-such-one", OFFER}        | 422 | organisation
      offers {"organisation": 7}                           | 422 | organisation
      offers {"exchange": "nosuch"}                        | 422 | exchange
      offers {"visibility": "secret"}                      | 422 | visibility
      offers {"opens": "2026-02-30"}                       | 422 | opens
      offers {"opens": "+999999999-12-31"}                 | 422 | opens
      offers {"opens": 20261122}                           | 422 | opens
      offers {"opens": "2026-11-22", "closes": "2026-11-21"} | 422 | closes
      offers {"organisation": "fano-labs", "fictional": true, OFFER} | 422 | fictional
      offers {"organisation": "tin-kite-compute", OFFER}   | 422 | fictional
      offers {"id": "../x"}                                | 422 | id
      needs {"capabilities": ["nosuch"]}                   | 422 | capabilities
      needs {"sectors": "fintech"}                         | 422 | sectors
      relations {"from": "fano-labs", "to": "fano-labs"}   | 422 | to
      relations {"type": "friend"}                         | 422 | type
      relations {"since": "2026-13"}                       | 422 | since
      relations {"source": ""}                             | 422 | source
      allocations {"cards": 0}                             | 422 | cards
      allocations {"cards": -1}                            | 422 | cards
      allocations {"cards": 1.5}                           | 422 | cards
      allocations {"cards": 99999999999}                   | 422 | cards
      allocations {"from": "2027-02-01", "to": "2027-01-31"} | 422 | to
      allocations {"status": "gone"}                       | 422 | status
      allocations {"shareability": true}                   | 422 | shareability
      allocations {"scheme": "nosuch"}                     | 422 | scheme
      """;

  static final String HEADERS =
      """
      Content-Type: text/plain                             | 415 | Content-Type
      Content-Type: application/x-www-form-urlencoded      | 415 | Content-Type
      Content-Type: application/jsonp                      | 415 | Content-Type
      Content-Type: application/json; charset=utf-16       | 415 | Content-Type
      Content-Type: ;;                                     | 415 | Content-Type
      Accept: text/html                                    | 406 | Accept
      Accept: application/json;q=0                         | 406 | Accept
      Accept: image/*                                      | 406 | Accept
      Idempotency-Key: two words                           | 400 | Idempotency-Key
      Idempotency-Key: LONG                                | 400 | Idempotency-Key
      Authorization: Bearer praya_wrong                    | 401 | -
      Authorization: Bearer                                | 401 | -
      Authorization: Basic cHJheWE6eA==                    | 401 | -
      Authorization: LONG                                  | 401 | -
      Content-Encoding: gzip                               | 400/415 | -
      """;

  static byte[] bytes(String body) {
    return body.replace("ESC-u", "\\u").replace("OFFER", OFFER).getBytes(StandardCharsets.UTF_8);
  }
}
