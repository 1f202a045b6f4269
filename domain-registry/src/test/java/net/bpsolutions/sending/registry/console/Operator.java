package net.bpsolutions.sending.registry.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import net.bpsolutions.sending.registry.running.Tokens;

/** Whoever sits before the console, by HTTP. */
final class Operator {

    private Operator() {}

    /** A browser in which nobody has signed in. */
    static RequestSpecification stranger() {
        return given().redirects().follow(false).accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /** A browser behind a proxy that sends a token. */
    static RequestSpecification sentBy(String token) {
        return stranger().header("Authorization", "Bearer " + token);
    }

    /** A browser in which an operator has signed in. */
    static RequestSpecification browser() {
        return stranger()
                .cookie(SessionCookie.NAME, Tokens.with("operator"))
                .contentType("application/x-www-form-urlencoded");
    }

    /** A form as a page of the console sends it. */
    static Response form(String path, String... namesAndValues) {
        RequestSpecification request = browser().header("Sec-Fetch-Site", "same-origin");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.formParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.post(path);
    }
}
