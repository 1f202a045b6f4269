package net.bpsolutions.sending.registry.running;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Makes requests that are nearly right, the same ones in every run. */
final class Nonsense {

    private static final long SEED = 20_261_123;
    static final String MARK = "<script>alert(1)</script>";
    static final List<String> NASTY = List.of(
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

    /** An address of the call, nearly right. */
    String target(Api.Call call, String id) {
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

    /** Headers of the call, nearly right. */
    Map<String, String> headers(Api.Call call) {
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

    /** A body; one that the call does not take, too. */
    String body(Api.Call call) {
        return call.body().isPresent() || random.nextInt(4) == 0 ? filled(call) : "";
    }

    private String filled(Api.Call call) {
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

    /** Percent-encoded. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
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

    private String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String header(String value) {
        return value.replaceAll("[^\\x20-\\xff]", "?");
    }
}
