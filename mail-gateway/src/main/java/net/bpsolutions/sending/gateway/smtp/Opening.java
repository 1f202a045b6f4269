package net.bpsolutions.sending.gateway.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import net.bpsolutions.sending.gateway.smtp.Account.Login;

/** From nothing to a session in which mails can be named: greeting, EHLO, TLS and authentication. */
final class Opening {

    private final Wire wire;
    private final Account account;
    private final RelayConfig timing;

    private Opening(Wire wire, Account account, RelayConfig timing) {
        this.wire = wire;
        this.account = account;
        this.timing = timing;
    }

    /** What came of it. */
    sealed interface Opened {

        /**
         * Mails can be named.
         *
         * @param maxSize the largest mail it takes, in octets (RFC 1870); empty when it does not say
         */
        record Ready(OptionalLong maxSize) implements Opened {}

        record Failed(Answer.Unreachable why) implements Opened {}
    }

    /** Never fails; a wire that is not ready is to be closed. */
    static Opened open(Wire wire, Account account, RelayConfig timing) {
        return new Opening(wire, account, timing).opened();
    }

    private Opened opened() {
        try {
            wire.connect(account.host(), account.port(), timing.connectTimeout(), timing.idleTimeout());
        } catch (IOException | IllegalArgumentException refused) {
            return failed("relay-unreachable");
        }
        try {
            return greeted();
        } catch (SSLException untrusted) {
            return failed("relay-tls-failed");
        } catch (IOException broken) {
            return failed("relay-not-ready");
        }
    }

    private Opened greeted() throws IOException {
        if (account.tls() == RelayConfig.Tls.TLS) {
            wire.secure(account.host(), account.port());
        }
        Reply greeting = wire.hear();
        if (!greeting.positive()) {
            return failed(greeting, "relay-not-ready");
        }
        Reply hello = hello();
        if (account.tls() == RelayConfig.Tls.STARTTLS) {
            if (!wire.ask("STARTTLS").positive()) {
                return failed("relay-tls-failed");
            }
            wire.secure(account.host(), account.port());
            hello = hello();
        }
        return hello.positive() ? authenticated(hello) : failed(hello, "relay-not-ready");
    }

    private Reply hello() throws IOException {
        return wire.ask("EHLO " + timing.ehloName().orElseGet(Opening::ownName));
    }

    private Opened authenticated(Reply hello) throws IOException {
        Optional<Reply> refused =
                account.login().isPresent() ? refused(account.login().get(), hello) : Optional.empty();
        if (refused.isPresent()) {
            return failed(refused.get(), "relay-login-refused");
        }
        return new Opened.Ready(parameters("SIZE", hello).stream()
                .filter(size -> size.matches("[1-9]\\d{0,17}"))
                .mapToLong(Long::parseLong)
                .findFirst());
    }

    /** PLAIN (RFC 4616), or LOGIN, which some relays know only. */
    private Optional<Reply> refused(Login login, Reply hello) throws IOException {
        List<String> mechanisms = parameters("AUTH", hello);
        Reply last;
        if (mechanisms.contains("PLAIN")) {
            last = wire.ask("AUTH PLAIN " + base64("\0" + login.username() + "\0" + login.password()));
        } else if (mechanisms.contains("LOGIN")) {
            Reply user = wire.ask("AUTH LOGIN");
            Reply password = user.intermediate() ? wire.ask(base64(login.username())) : user;
            last = password.intermediate() ? wire.ask(base64(login.password())) : password;
        } else {
            return Optional.of(hello);
        }
        return last.positive() ? Optional.empty() : Optional.of(last);
    }

    /** What follows a keyword in the reply to EHLO, in upper case. */
    private static List<String> parameters(String keyword, Reply hello) {
        return hello.lines().stream()
                .map(line -> List.of(line.strip().toUpperCase(Locale.ROOT).split("[ =]+")))
                .filter(words -> words.getFirst().equals(keyword))
                .flatMap(words -> words.stream().skip(1))
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without asking anybody: an address literal is always right (RFC 5321 §4.1.4). */
    private static String ownName() {
        String name = System.getenv().getOrDefault("HOSTNAME", "");
        return name.matches("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?") ? name : "[127.0.0.1]";
    }

    private static Opened failed(String reason) {
        return new Opened.Failed(new Answer.Unreachable("", reason));
    }

    private static Opened failed(Reply reply, String reason) {
        return new Opened.Failed(new Answer.Unreachable(reply.codes(), reason));
    }
}
