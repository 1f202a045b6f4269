package net.bpsolutions.sending.registry.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import net.bpsolutions.sending.registry.entry.Entry.Accepted;
import net.bpsolutions.sending.registry.entry.Entry.Refused;
import net.bpsolutions.sending.registry.entry.Organizations;
import net.bpsolutions.sending.registry.preview.Preview;
import net.bpsolutions.sending.registry.registration.Presenter;
import net.bpsolutions.sending.registry.registration.Rules;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Words;

/** Fills the guide, with somebody's domain or without. */
@ApplicationScoped
class GuidePages {

    private static final DomainName ANY = new DomainName("yourdomain.com");

    private final Doorkeeper doorkeeper;
    private final Presenter presenter;
    private final Organizations organizations;
    private final Rules rules;
    private final Keepers keepers;
    private final Words words;
    private final RegistryConfig config;

    GuidePages(
            Doorkeeper doorkeeper,
            Presenter presenter,
            Organizations organizations,
            Rules rules,
            Keepers keepers,
            Words words,
            RegistryConfig config) {
        this.doorkeeper = doorkeeper;
        this.presenter = presenter;
        this.organizations = organizations;
        this.rules = rules;
        this.keepers = keepers;
        this.words = words;
        this.config = config;
    }

    /** The domain that was typed, if it can be set up. */
    Optional<DomainName> domain(String typed) {
        return switch (doorkeeper.admit(typed)) {
            case Accepted(var domain) -> Optional.of(domain);
            case Refused _ -> Optional.empty();
        };
    }

    GuidePage of(String typed, View view) {
        if (typed.isBlank()) {
            return page(typed, ANY, view);
        }
        return switch (doorkeeper.admit(typed)) {
            case Accepted(var domain) -> page(typed, domain, view);
            case Refused refused ->
                page(typed, ANY, view)
                        .refused(
                                "guide.refused." + refused.refusal().name().toLowerCase(Locale.ROOT),
                                refused.meant().map(DomainName::value).orElse(""));
        };
    }

    /** With what is there now; its DNS host is recognised, unless somebody chose one. */
    GuidePage of(DomainName domain, Preview preview, View view) {
        return switch (preview) {
            case Preview.Seen(var check) -> {
                Keeper keeper = keepers.of(view.keeper(), check.dnsHost());
                yield page(domain.value(), domain, keeper, view).showing(glance(domain, check, keeper, view));
            }
            case Preview.Silent _ ->
                page(domain.value(), domain, view).showing(Glance.none(new Notice("guide.silent", "")));
            case Preview.Busy _ ->
                page(domain.value(), domain, view).showing(Glance.none(new Notice("guide.busy", "")));
        };
    }

    private Glance glance(DomainName domain, DnsChecked check, Keeper keeper, View view) {
        Language language = view.language();
        Enter enter = new Enter(keeper, organizations.of(domain), words.pages(language));
        List<Entry> entries = enter.all(presenter.records(domain, check.records(), language));
        return new Glance(
                entries,
                presenter
                        .advice(domain, check.records(), language)
                        .filter(record -> !record.findings().isEmpty())
                        .map(record -> enter.one(record, entries.size() + 1))
                        .orElse(null),
                null);
    }

    private GuidePage page(String typed, DomainName domain, View view) {
        return page(typed, domain, keepers.of(view.keeper(), null), view);
    }

    private GuidePage page(String typed, DomainName domain, Keeper keeper, View view) {
        Language language = view.language();
        DomainName zone = organizations.of(domain);
        return new GuidePage(
                words.pages(language),
                view.kept(),
                domain,
                typed,
                null,
                "",
                rules.expected(domain).stream()
                        .map(record -> new GuidePage.Row(
                                record, keeper.host(record.name(), zone), keeper.value(record.type(), record.value())))
                        .toList(),
                config.vendor(),
                keeper,
                keepers.all(),
                null);
    }
}
