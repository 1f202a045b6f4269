package net.bpsolutions.sending.registry.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Requests that are nearly right, of every call that the description names. Whatever they are, the answer is no fault of
 * ours, a problem where it is a refusal, and never a page that holds what was sent.
 */
@QuarkusTest
@WithTestResource(Parts.class)
class FuzzTest {

    private static final int ROUNDS = 25;
    private static final long SEED = 20_261_123;
    private static final String MARK = "<script>alert(1)</script>";
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: yes",
            MARK,
            "'; drop table registry.registration; --",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "../../etc/passwd",
            "%",
            "%zz",
            "%00",
            "\uD800",
            "\uFFFF",
            "Ünïcödé",
            "😀".repeat(50),
            "a".repeat(5000),
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "1e309",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "*",
            "~",
            "00000000-0000-0000-0000-000000000000",
            "urn:uuid:00000000-0000-0000-0000-000000000000",
            "ZG9tYWluc34rMTAwMDAwMDAwMC0wMS0wMVQwMDowMDowMFp-MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw",
            "xn--",
            "xn--a",
            "a@b@c",
            "[::1]",
            "https://[",
            "https://a:99999999999/");
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "0",
            "\"\"",
            "[]",
            "[{}]",
            "{",
            "{}{}",
            "{\"a\":",
            "[".repeat(3000),
            "{\"a\":".repeat(1500),
            "\uFEFF{}",
            "{\"clinicId\":\"a\",\"clinicId\":\"b\"}",
            "{\"__proto__\":{},\"@class\":\"java.lang.Runtime\",\"@type\":\"x\"}",
            "{\"url\":1e400,\"domain\":[[]],\"mailbox\":{\"a\":1}}",
            "<x/>",
            "a=b&c=d");

    private final Random random = new Random(SEED);
    private final List<String> tokens = List.of(
            Tokens.all(), Tokens.all(), Tokens.all(), Tokens.with(), Tokens.expired(), Tokens.forged(), "x", "");

    @Test
    void answersNothingWithAFault() throws IOException {
        String id = World.register("clinic-api", "api-clinic.com").path("id");
        Map<Integer, Integer> statuses = new TreeMap<>();
        SoftAssertions softly = new SoftAssertions();
        for (Api.Call call : Api.calls()) {
            for (int round = 0; round < ROUNDS; round++) {
                String target = target(call, id);
                Map<String, String> headers = headers(call);
                String body = call.body().isPresent() || random.nextInt(4) == 0 ? body(call) : "";
                String request = call.method() + " " + target + " " + headers + " " + body;

                RawHttp.Answer answer = RawHttp.send(call.method(), target, headers, body);

                judge(softly, shortened(request), answer);
                statuses.merge(answer.status(), 1, Integer::sum);
            }
        }
        softly.assertAll();
        assertThat(statuses).as("it reaches the calls themselves, too").containsKeys(200, 400, 401, 404);
    }

    @Test
    void showsNobodyAPageThatIsNotThere() throws IOException {
        for (String nasty : NASTY) {
            for (String page : List.of("", "/notices")) {
                hides(nasty, RawHttp.send("GET", "/setup/" + encoded(nasty) + page, Map.of("Accept", "*/*")));
            }
            for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/html", "x")) {
                Map<String, String> headers = Map.of("Accept", "*/*", "Content-Type", type);
                for (String page : List.of("/notices", "/checks", "/challenges")) {
                    String path = "/setup/" + encoded(nasty) + page;
                    hides(nasty, RawHttp.send("POST", path, headers, "mailbox=" + encoded(nasty)));
                }
            }
        }
    }

    /** Whatever is sent, the page of a domain says yes or no, and shows nothing of it. */
    @Test
    void takesNothingButYesAndNoOnAPage() throws IOException {
        String body =
                "{\"clinicId\":\"clinic-api\",\"domain\":\"fuzzed-notices.com\",\"contactEmail\":\"a@fuzzed-notices.com\"}";
        String setup = World.oms().body(body).post("/v1/domains").path("setupUrl");
        String path = URI.create(setup).getPath() + "/notices";
        Map<String, String> form = Map.of("Accept", "*/*", "Content-Type", "application/x-www-form-urlencoded");
        for (String nasty : NASTY) {
            for (String sent : List.of("notices=" + encoded(nasty), encoded(nasty) + "=on", nasty)) {
                for (String query : List.of("?" + encoded(nasty), "?notices=" + encoded(nasty), "?notices=%", "")) {
                    RawHttp.Answer answer =
                            RawHttp.send("POST", path + query, form, sent.replaceAll("[^\\x00-\\xff]", "?"));

                    assertThat(answer.status()).as(sent + query).isBetween(200, 499);
                    assertThat(answer.body()).as(sent + query).doesNotContain(MARK, "Exception", "\tat ");
                }
            }
        }
    }

    private static void hides(String sent, RawHttp.Answer answer) {
        assertThat(answer.status()).as(sent).isIn(400, 404, 405, 415);
        assertThat(answer.body()).as(sent).doesNotContain(MARK, "Exception", "\tat ");
    }

    private static void judge(SoftAssertions softly, String request, RawHttp.Answer answer) throws IOException {
        softly.assertThat(answer.status()).as(request).isBetween(200, 499);
        softly.assertThat(answer.header("X-Injected")).as(request).isEmpty();
        softly.assertThat(answer.body())
                .as(request)
                .doesNotContain(
                        MARK, "Exception", "\tat ", "io.quarkus", "net.bpsolutions", "jakarta.", "org.hibernate");
        if (answer.status() >= 400) {
            softly.assertThat(answer.header("Content-Type")).as(request).isEqualTo("application/problem+json");
            JsonNode problem = answer.body().startsWith("{")
                    ? new ObjectMapper().readTree(answer.body())
                    : MissingNode.getInstance();
            softly.assertThat(problem.path("status").asInt()).as(request).isEqualTo(answer.status());
            softly.assertThat(problem.path("type").asText())
                    .as(request)
                    .startsWith("https://sending.bp-solutions.net/problems/");
        }
    }

    private static String shortened(String request) {
        String withoutToken = request.replaceAll("Bearer [^,}]+", "Bearer …");
        return withoutToken.substring(0, Math.min(withoutToken.length(), 1000));
    }

    private String target(Api.Call call, String id) {
        StringBuilder query = new StringBuilder();
        String path = call.path();
        for (Api.Parameter parameter : call.parameters()) {
            String value = random.nextInt(3) == 0 ? nasty() : valid(parameter.name(), id);
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", encoded(value));
            } else if (parameter.in().equals("query") && random.nextInt(4) > 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.name())
                        .append("=")
                        .append(encoded(value));
            }
        }
        return mutated(path) + query;
    }

    private String valid(String name, String id) {
        return switch (name) {
            case "id" -> id;
            case "clinicId" -> "clinic-api";
            case "address" -> "jane@api-clinic.com";
            case "limit" -> "5";
            case "status" -> "PENDING";
            default -> nasty();
        };
    }

    private String mutated(String path) {
        List<UnaryOperator<String>> tricks = List.of(
                same -> same,
                same -> same,
                same -> same,
                same -> same,
                same -> same,
                text -> text + "/",
                text -> text + ";a=b",
                text -> "/" + text,
                text -> text.replace("/v1", "/V1"),
                text -> text + "/..",
                text -> text + "%2e%2e");
        return tricks.get(random.nextInt(tricks.size())).apply(path);
    }

    private Map<String, String> headers(Api.Call call) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + tokens.get(random.nextInt(tokens.size())));
        headers.put(
                "Content-Type",
                pick(
                        "application/json",
                        "application/json",
                        "application/json",
                        "text/html",
                        "application/json;charset=utf-16",
                        "x"));
        headers.put(
                "Accept",
                pick("*/*", "application/json", "application/problem+json", "text/html", "nonsense", "*/*;q=0"));
        if (random.nextInt(3) == 0) {
            headers.put(
                    pick("Idempotency-Key", "If-Match", "If-None-Match", "Range", "Expect", "Content-Encoding"),
                    header(nasty()));
        }
        if (call.method().equals("POST") && random.nextInt(5) == 0) {
            headers.put("Idempotency-Key", pick("a", "b", "\"c\""));
        }
        return headers;
    }

    private String body(Api.Call call) {
        if (call.body().isEmpty() || random.nextInt(3) == 0) {
            return BODIES.get(random.nextInt(BODIES.size())).replaceAll("[^\\x00-\\xff]", "?");
        }
        Map<String, String> values = new HashMap<>();
        call.body().orElseThrow().path("properties").fieldNames().forEachRemaining(name -> {
            if (random.nextInt(2) == 0) {
                values.put(name, nasty());
            }
        });
        values.remove("");
        values.replaceAll((_, value) -> value.isEmpty() ? " " : value);
        String json = call.example(values).toString();
        return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String header(String value) {
        return value.replaceAll("[^\\x20-\\xff]", "?");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
