package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.oms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever gets mails about a domain can say that there shall be none. */
@QuarkusTest
@WithTestResource(Parts.class)
class NoticePreferencesTest {

    @Test
    void stopsWhenTheContactSaysSoAndNotBecauseAProgramLooked() {
        String id = Contact.registered("notice-6.com", "jane@notice-6.com");
        String page = Contact.page(id);

        get(page).then().statusCode(200).body(containsString("notice-6.com"));
        assertThat(Contact.due(id)).isEqualTo(1);
        given().queryParam("notices", "off").post(page).then().statusCode(200).body(containsString("no more mails"));

        assertThat(Contact.due(id)).isZero();
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);
        assertThat(Contact.due(id)).isZero();
        get(page).then().body(containsString("Send me mails again"));
    }

    @Test
    void remembersTheRefusalWhenTheDomainIsRegisteredAnew() {
        String id = Contact.registered("notice-14.com", "jane@notice-14.com");
        given().queryParam("notices", "off").post(Contact.page(id)).then().statusCode(200);
        oms().delete("/v1/domains/" + id).then().statusCode(200);

        String again = Contact.registered("notice-14.com", "Jane@notice-14.com");

        assertThat(Contact.due(again)).isZero();
    }

    @Test
    void takesTheRefusalBack() {
        String id = Contact.registered("notice-15.com", "jane@notice-15.com");
        given().queryParam("notices", "off").post(Contact.page(id)).then().statusCode(200);

        given().queryParam("notices", "on")
                .post(Contact.page(id))
                .then()
                .statusCode(200)
                .body(containsString("hear from us"));
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);

        assertThat(Contact.due(id)).isEqualTo(1);
    }

    @Test
    void knowsNoPreferencesOfStrangers() {
        String nobody = World.registered("clinic-n", "notice-16.com");
        get(Contact.page(nobody)).then().statusCode(404);
        get("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/notices").then().statusCode(404);
        given().queryParam("notices", "off")
                .post("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/notices")
                .then()
                .statusCode(404);
    }

    @Test
    void saysInWhichLanguageItAnswersAndThatAnotherReaderMayGetAnother() {
        String id = Contact.registered("notice-18.com", "jane@notice-18.com");
        for (String page : List.of(Contact.page(id), "/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/notices")) {
            given().header("Accept-Language", "de-AT,en;q=0.5")
                    .get(page)
                    .then()
                    .header("Content-Language", "de")
                    .header("Vary", "Accept-Language")
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("<html lang=\"de\">"));
        }
    }
}
