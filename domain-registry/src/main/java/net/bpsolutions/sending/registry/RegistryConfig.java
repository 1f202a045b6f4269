package net.bpsolutions.sending.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bpsolutions.sending.registry.lifecycle.Requirement;
import net.bpsolutions.sending.registry.words.Language;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Everything that can be set, checked at start. */
@ConfigMapping(prefix = "registry")
public interface RegistryConfig {

    /** Where clinics reach the setup page, without a trailing slash. {@code REGISTRY_PUBLIC_URL}. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** What must be in place before a domain is verified. {@code REGISTRY_REQUIRED}. */
    @WithDefault("DKIM,DMARC,OWNERSHIP")
    Set<Requirement> required();

    /** Who sends for the clinics. */
    VendorConfig vendor();

    /** What may be registered. */
    Entry entry();

    /** When a verified domain is doubted. */
    Doubt doubt();

    /** When records are looked at again. */
    ScheduleConfig schedule();

    /** When so much is bad at once that nobody is demoted. */
    Breaker breaker();

    /** How long the past is kept. */
    RetentionConfig retention();

    /** How often a thing may be asked for. */
    LimitsConfig limits();

    /** Mails to the contact of a domain. */
    Notices notices();

    /** Setup pages that are open in browsers. */
    Pages pages();

    /** Looks at domains that nobody has registered, from the guide. */
    GuideConfig guide();

    /** Publishing what was committed. */
    Outbox outbox();

    /** Requests that are answered once. */
    Idempotency idempotency();

    /** Telling OMS over HTTP. */
    WebhookConfig webhooks();

    /** The database, as named in logs. */
    Database database();

    /** What may be registered. */
    interface Entry {
        /** Domains to refuse as free-mail besides the shipped list, A-labels. */
        Optional<Set<String>> freeMailAdditions();

        /** Domains that are on the shipped list by mistake, A-labels. */
        Optional<Set<String>> freeMailExceptions();

        /** A public suffix list to use instead of the shipped one. */
        Optional<Path> publicSuffixList();

        /** How often that file is looked at for changes. */
        @WithDefault("1m")
        @DurationMin(seconds = 1)
        @DurationMax(days = 1)
        Duration refresh();

        /** Reserved top-level names to admit all the same. */
        Optional<Set<String>> allowedReserved();
    }

    /** When a verified domain is doubted, and for how long. */
    interface Doubt {
        /** How many agreeing failures degrade a verified domain; never fewer than three. */
        @WithDefault("3")
        @Min(3) @Max(100) int failures();

        /** Failures closer together than this count once. */
        @WithDefault("PT30M")
        @DurationMin(seconds = 1)
        @DurationMax(days = 1)
        Duration spacing();

        /** How long a degraded domain keeps its own name. */
        @WithDefault("PT72H")
        @DurationMin(seconds = 1)
        @DurationMax(days = 30)
        Duration grace();
    }

    /** When so much is bad at once that nobody is demoted. */
    interface Breaker {
        /** How many of the latest checks are looked at; those of a day at most. */
        @WithDefault("200")
        @Min(1) @Max(10000) int window();

        /** Fewer checks than this say nothing. */
        @WithDefault("20")
        @Min(1) int minimum();

        /** Demotions are frozen while more than this part of the checks found a domain bad that was good before. */
        @WithDefault("0.1")
        @DecimalMin("0") @DecimalMax("1") double share();

        /** The vendor's own domain, set up like a clinic's: while it is bad, demotions are frozen. */
        @WithDefault("bp-solutions.net")
        Optional<String> canary();

        /** How often the vendor's own domain is looked at. */
        @WithDefault("PT5M")
        @DurationMin(seconds = 1)
        @DurationMax(hours = 1)
        Duration canaryEvery();

        /** How often it is seen to whether a freeze is over. */
        @WithDefault("10s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 10)
        Duration poll();
    }

    /** Requests that are answered once. */
    interface Idempotency {

        /** How long an idempotency key is remembered. */
        @WithDefault("24h")
        @DurationMin(seconds = 1)
        @DurationMax(days = 30)
        Duration keep();

        /** How long a request may be under way until a repetition takes its place. */
        @WithDefault("30s")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 10)
        Duration lease();
    }

    /** Mails to the contact of a domain, when a person is needed. */
    interface Notices {
        /** In which language they are written; a page is in that of its reader. */
        @WithDefault("english")
        Language language();

        /** How often due notices are looked for. */
        @WithDefault("10s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 10)
        Duration poll();

        /** How long after a transition its notice leaves, so that it can say what the first look showed. */
        @WithDefault("PT2M")
        @DurationMin(seconds = 0)
        @DurationMax(hours = 1)
        Duration settle();

        /** How long after its transition a pending domain is brought to mind again, ascending. */
        @WithDefault("P1D,P3D,P7D,P14D")
        List<@DurationMin(seconds = 1) @DurationMax(days = 90) Duration> nudges();

        /** Notices to one address within 24 hours, about whatever domain; what is more waits. */
        @WithDefault("10")
        @Min(1) int perContactAndDay();
    }

    /** Setup pages that are open in browsers, and are told when there is something new. */
    interface Pages {
        /** How often it is looked whether there is. */
        @WithDefault("1s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 1)
        Duration poll();

        /** How long one is told before its browser has to ask again. */
        @WithDefault("20s")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 10)
        Duration life();

        /** How many are told at once, by each replica; the others are asked to come back later. */
        @WithDefault("500")
        @Min(0) @Max(100000) int mostOpen();
    }

    /** The database, as named in logs. */
    interface Database {
        /** Host and port. {@code POSTGRES_HOST}, {@code POSTGRES_PORT}. */
        @NotBlank String address();
    }

    /** Publishing what was committed. */
    interface Outbox {
        /** How often the outbox is looked at when nothing wakes the relay; more often than its lease ends by silence. */
        @WithDefault("200ms")
        @DurationMin(millis = 10)
        @DurationMax(seconds = 30)
        Duration poll();

        /** How many records are published before the broker's acks are awaited. */
        @WithDefault("1000")
        @Min(1) @Max(5000) int batch();
    }
}
