package net.bpsolutions.sending.registry.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.challenge.LastChallenges.LastChallenge;
import net.bpsolutions.sending.registry.entry.Organizations;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Prose;
import net.bpsolutions.sending.registry.words.Words;
import org.jspecify.annotations.Nullable;

/** Fills setup pages. */
@ApplicationScoped
class SetupPages {

    private static final Duration USUAL = Duration.ofSeconds(45);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Presenter presenter;
    private final Words words;
    private final Keepers keepers;
    private final Organizations organizations;
    private final RegistryConfig config;
    private final InstantSource clock;

    SetupPages(
            Presenter presenter,
            Words words,
            Keepers keepers,
            Organizations organizations,
            RegistryConfig config,
            InstantSource clock) {
        this.presenter = presenter;
        this.words = words;
        this.keepers = keepers;
        this.organizations = organizations;
        this.config = config;
        this.clock = clock;
    }

    SetupPage of(Story story, View view) {
        Registration registration = story.registration();
        Language language = view.language();
        Prose prose = words.pages(language);
        DomainJson domain = presenter.present(registration, language);
        Keeper keeper = keepers.of(view.keeper(), story.dnsHost());
        Enter enter = new Enter(keeper, organizations.of(registration.domainName()), prose);
        List<Entry> entries = enter.all(domain.records());
        Mailing mailing = mailing(domain, story.challenge());
        @Nullable Entry advice = presenter
                .advice(registration, language)
                .filter(record -> !record.findings().isEmpty())
                .map(record -> enter.one(record, entries.size() + 1))
                .orElse(null);
        return new SetupPage(
                prose,
                frame(story, view, domain, Letter.to(domain, entries, prose)),
                domain,
                steps(entries, mailing, prose),
                entries,
                advice,
                keeper,
                mailing,
                Backstages.of(story));
    }

    private SetupPage.Frame frame(Story story, View view, DomainJson domain, String letter) {
        Optional<Instant> checking = checkingSince(view, domain);
        return new SetupPage.Frame(
                domain.setupUrl().getPath(),
                view.kept(),
                story.version(),
                config.vendor(),
                view.notice().orElse(null),
                checking.map(Times::text).orElse(""),
                checking.map(since -> since.plus(USUAL).isBefore(clock.instant()))
                        .orElse(false),
                letter,
                keepers.all());
    }

    /** A check that was asked for, until there is one that is younger. */
    private Optional<Instant> checkingSince(View view, DomainJson domain) {
        Instant now = clock.instant();
        Instant seen = domain.lastCheckedAt();
        return view.askedAt()
                .filter(asked -> !asked.isAfter(now) && asked.isAfter(now.minus(LONGEST)))
                .filter(asked -> seen == null || seen.isBefore(asked));
    }

    private Mailing mailing(DomainJson domain, Optional<LastChallenge> challenge) {
        boolean proven = domain.ownership().proven();
        boolean wantsRecord = domain.records().stream().anyMatch(record -> record.purpose() == Purpose.OWNERSHIP);
        return new Mailing(
                proven || domain.ownership().record() != null,
                proven,
                !wantsRecord,
                challenge.map(last -> last.mailbox() + "@" + domain.domain()).orElse(""),
                challenge.map(last -> Times.text(last.requestedAt())).orElse(""));
    }

    private static List<Step> steps(List<Entry> entries, Mailing mailing, Prose prose) {
        List<Step> steps = new ArrayList<>(entries.stream()
                .filter(entry -> entry.record().required())
                .map(entry -> new Step("record-" + entry.number(), entry.title(), entry.tone()))
                .toList());
        if (mailing.needed() && mailing.enough()) {
            steps.add(new Step("proof", prose.say("step.mail"), mailing.proven() ? "done" : "todo"));
        }
        return steps;
    }
}
