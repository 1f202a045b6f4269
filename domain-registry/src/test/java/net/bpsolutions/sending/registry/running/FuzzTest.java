package net.bpsolutions.sending.registry.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private final Nonsense nonsense = new Nonsense();

    @Test
    void answersNothingWithAFault() throws IOException {
        String id = World.register("clinic-api", "api-clinic.com").path("id");
        Map<Integer, Integer> statuses = new TreeMap<>();
        SoftAssertions softly = new SoftAssertions();
        for (Api.Call call : Api.calls()) {
            for (int round = 0; round < ROUNDS; round++) {
                String target = nonsense.target(call, id);
                Map<String, String> headers = nonsense.headers(call);
                String body = nonsense.body(call);
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
        for (String nasty : Nonsense.NASTY) {
            for (String page : List.of("", "/notices")) {
                hides(nasty, RawHttp.send("GET", "/setup/" + Nonsense.encoded(nasty) + page, Map.of("Accept", "*/*")));
            }
            for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/html", "x")) {
                Map<String, String> headers = Map.of("Accept", "*/*", "Content-Type", type);
                for (String page : List.of("/notices", "/checks", "/challenges")) {
                    String path = "/setup/" + Nonsense.encoded(nasty) + page;
                    hides(nasty, RawHttp.send("POST", path, headers, "mailbox=" + Nonsense.encoded(nasty)));
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
        for (String nasty : Nonsense.NASTY) {
            for (String sent : List.of("notices=" + Nonsense.encoded(nasty), Nonsense.encoded(nasty) + "=on", nasty)) {
                for (String query : List.of(
                        "?" + Nonsense.encoded(nasty), "?notices=" + Nonsense.encoded(nasty), "?notices=%", "")) {
                    RawHttp.Answer answer =
                            RawHttp.send("POST", path + query, form, sent.replaceAll("[^\\x00-\\xff]", "?"));

                    assertThat(answer.status()).as(sent + query).isBetween(200, 499);
                    assertThat(answer.body()).as(sent + query).doesNotContain(Nonsense.MARK, "Exception", "\tat ");
                }
            }
        }
    }

    private static void hides(String sent, RawHttp.Answer answer) {
        assertThat(answer.status()).as(sent).isIn(400, 404, 405, 415);
        assertThat(answer.body()).as(sent).doesNotContain(Nonsense.MARK, "Exception", "\tat ");
    }

    private static void judge(SoftAssertions softly, String request, RawHttp.Answer answer) throws IOException {
        softly.assertThat(answer.status()).as(request).isBetween(200, 499);
        softly.assertThat(answer.header("X-Injected")).as(request).isEmpty();
        softly.assertThat(answer.body())
                .as(request)
                .doesNotContain(
                        Nonsense.MARK,
                        "Exception",
                        "\tat ",
                        "io.quarkus",
                        "net.bpsolutions",
                        "jakarta.",
                        "org.hibernate");
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
}
