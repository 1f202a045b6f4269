package net.bpsolutions.sending.registry.setup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.challenge.ChallengeJson;
import net.bpsolutions.sending.registry.challenge.Challenges;
import net.bpsolutions.sending.registry.checks.CheckRequests;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.problem.TooManyRequestsException;
import net.bpsolutions.sending.registry.registration.Registration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Does what the holder of the link asks for, and shows the page again: by a new request, so that a reload asks nothing. */
@ApplicationScoped
class SetupActions {

    private static final Pattern MAILBOX = Pattern.compile(ChallengeJson.MAILBOX);
    private static final int SECONDS = 60;

    private final Stories stories;
    private final Renderer renderer;
    private final CheckRequests checks;
    private final Challenges challenges;
    private final UnitOfWork unitOfWork;

    SetupActions(
            Stories stories, Renderer renderer, CheckRequests checks, Challenges challenges, UnitOfWork unitOfWork) {
        this.stories = stories;
        this.renderer = renderer;
        this.checks = checks;
        this.challenges = challenges;
        this.unitOfWork = unitOfWork;
    }

    Uni<RestResponse<String>> check(String token, View view) {
        return with(
                token,
                view,
                registration -> checks.onDemand(registration.id())
                        .map(asked ->
                                back(token, view, "asked=" + asked.requestedAt().toEpochMilli(), "next"))
                        .onFailure(TooManyRequestsException.class)
                        .recoverWithUni(failure -> later(token, view, "flash.checks", failure)));
    }

    Uni<RestResponse<String>> challenge(String token, String typed, View view) {
        return with(
                token,
                view,
                registration -> mailbox(typed, registration)
                        .map(mailbox -> unitOfWork
                                .run(() -> challenges.request(registration.id(), mailbox))
                                .map(_ -> back(token, view, "", "proof"))
                                .onFailure(TooManyRequestsException.class)
                                .recoverWithUni(failure -> later(token, view, "flash.messages", failure)))
                        .orElseGet(() -> refuse(
                                422,
                                token,
                                view,
                                new Notice(
                                        "flash.mailbox",
                                        registration.domainName().value()))));
    }

    /** The part before the @; of a whole address only when it is one of the domain. */
    private static Optional<String> mailbox(String typed, Registration registration) {
        String suffix = "@" + registration.domainName();
        String address = typed.strip();
        String local = address.regionMatches(true, address.length() - suffix.length(), suffix, 0, suffix.length())
                ? address.substring(0, address.length() - suffix.length())
                : address;
        return MAILBOX.matcher(local).matches() ? Optional.of(local) : Optional.empty();
    }

    private Uni<RestResponse<String>> with(
            String token, View view, Function<Registration, Uni<RestResponse<String>>> work) {
        return stories.registration(token)
                .flatMap(found -> found.map(work).orElseGet(() -> renderer.notFound(view.language())));
    }

    private Uni<RestResponse<String>> refuse(int status, String token, View view, Notice notice) {
        return stories.of(token)
                .flatMap(found -> found.map(story -> renderer.page(status, story, view.saying(notice)))
                        .orElseGet(() -> renderer.notFound(view.language())));
    }

    private Uni<RestResponse<String>> later(String token, View view, String key, Throwable failure) {
        long seconds = failure instanceof TooManyRequestsException tooMany ? tooMany.retryAfterSeconds() : SECONDS;
        String minutes = Long.toString((seconds + SECONDS - 1) / SECONDS);
        return refuse(429, token, view, new Notice(key, minutes))
                .invoke(answer -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
    }

    /** Of the path only, so that no Host header can lead elsewhere. */
    private static RestResponse<String> back(String token, View view, String query, String anchor) {
        Kept kept = view.kept();
        String all = query.isEmpty() ? kept.query() : "?" + query + kept.more();
        return ResponseBuilder.<String>create(RestResponse.StatusCode.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/setup/" + token + all + "#" + anchor)
                .build();
    }
}
