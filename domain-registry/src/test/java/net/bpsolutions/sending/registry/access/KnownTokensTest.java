package net.bpsolutions.sending.registry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final JWTAuthContextInfo CONTEXT = new JWTAuthContextInfo();

    private final List<String> verified = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final KnownTokens tokens = new KnownTokens(new Thorough(), () -> now);

    @Test
    void verifiesATokenOnceAMinute() throws ParseException {
        tokens.parse("3600", CONTEXT);
        tokens.parse("3600", CONTEXT);
        now = now.plusSeconds(59);
        tokens.parse("3600", CONTEXT);
        assertThat(verified).hasSize(1);

        now = now.plusSeconds(1);
        tokens.parse("3600", CONTEXT);
        assertThat(verified).hasSize(2);
    }

    @Test
    void knowsATokenNoLongerThanItIsValid() throws ParseException {
        tokens.parse("10", CONTEXT);
        now = now.plusSeconds(10);

        assertThatThrownBy(() -> tokens.parse("10", CONTEXT)).isInstanceOf(ParseException.class);
    }

    @Test
    void neverTakesOneForAnother() throws ParseException {
        tokens.parse("3600", CONTEXT);

        assertThat(tokens.parse("3601", CONTEXT).getName()).isEqualTo("3601");
    }

    @Test
    void tellsTheClaimsOfATokenAsTheyWereRead() throws ParseException {
        JWTCallerPrincipal first = tokens.parse("3600", CONTEXT);
        JWTCallerPrincipal again = tokens.parse("3600", CONTEXT);

        assertThat(List.of(first, again)).allSatisfy(principal -> {
            assertThat(principal.getName()).isEqualTo("3600");
            assertThat(principal.getRawToken()).isEqualTo("3600");
            assertThat(principal.getExpirationTime()).isEqualTo(now.getEpochSecond() + 3600);
            assertThat(principal.getGroups()).containsExactlyInAnyOrder("domains:read", "operator");
            assertThat(Clinics.of(principal.getClaim("clinics"))).contains(Set.of("clinic-1", "clinic-2"));
            assertThat(principal.<Object>getClaim("nothing-of-the-kind")).isNull();
        });
    }

    @Test
    void remembersNoRefusal() {
        assertThatThrownBy(() -> tokens.parse("0", CONTEXT)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> tokens.parse("0", CONTEXT)).isInstanceOf(ParseException.class);
        assertThat(verified).hasSize(2);
    }

    @Test
    void remembersNoMoreThanAThousand() throws ParseException {
        for (int i = 0; i < 2000; i++) {
            tokens.parse(String.valueOf(3600 + i), CONTEXT);
        }
        tokens.parse("3600", CONTEXT);
        tokens.parse("5599", CONTEXT);

        assertThat(verified).hasSize(2001);
    }

    /** A token is the second, from the beginning of the test, at which it is over. */
    private final class Thorough extends JWTCallerPrincipalFactory {

        private final Instant start = now;

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
            verified.add(token);
            Instant end = start.plusSeconds(Long.parseLong(token));
            if (!end.isAfter(now)) {
                throw new ParseException("over");
            }
            JwtClaims claims = new JwtClaims();
            claims.setClaim("upn", token);
            claims.setClaim("raw_token", token);
            claims.setStringListClaim("groups", "domains:read", "operator");
            claims.setStringListClaim("clinics", "clinic-1", "clinic-2");
            claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
            return new DefaultJWTCallerPrincipal(claims);
        }
    }
}
