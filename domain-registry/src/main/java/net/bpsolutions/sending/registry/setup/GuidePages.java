package net.bpsolutions.sending.registry.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import net.bpsolutions.sending.registry.entry.Entry.Accepted;
import net.bpsolutions.sending.registry.entry.Entry.Refused;
import net.bpsolutions.sending.registry.entry.Organizations;
import net.bpsolutions.sending.registry.registration.Rules;
import net.bpsolutions.sending.registry.words.Language;
import net.bpsolutions.sending.registry.words.Words;
import org.jspecify.annotations.Nullable;

/** Fills the guide, with somebody's domain or without. */
@ApplicationScoped
class GuidePages {

    private static final DomainName ANY = new DomainName("yourdomain.com");

    private final Doorkeeper doorkeeper;
    private final Organizations organizations;
    private final Rules rules;
    private final Keepers keepers;
    private final Words words;
    private final RegistryConfig config;

    GuidePages(
            Doorkeeper doorkeeper,
            Organizations organizations,
            Rules rules,
            Keepers keepers,
            Words words,
            RegistryConfig config) {
        this.doorkeeper = doorkeeper;
        this.organizations = organizations;
        this.rules = rules;
        this.keepers = keepers;
        this.words = words;
        this.config = config;
    }

    GuidePage of(String typed, View view) {
        if (typed.isBlank()) {
            return page("", ANY, null, "", view);
        }
        return switch (doorkeeper.admit(typed)) {
            case Accepted(var domain) -> page(typed, domain, null, "", view);
            case Refused refused ->
                page(
                        typed,
                        ANY,
                        "guide.refused." + refused.refusal().name().toLowerCase(Locale.ROOT),
                        refused.meant().map(DomainName::value).orElse(""),
                        view);
        };
    }

    private GuidePage page(String typed, DomainName domain, @Nullable String refusal, String meant, View view) {
        Language language = view.language();
        Keeper keeper = keepers.of(view.keeper(), null);
        DomainName zone = organizations.of(domain);
        return new GuidePage(
                words.pages(language),
                view.explicit() ? language.tag() : "",
                domain,
                typed,
                refusal,
                meant,
                rules.expected(domain).stream()
                        .map(record -> new GuidePage.Row(
                                record, keeper.host(record.name(), zone), keeper.value(record.type(), record.value())))
                        .toList(),
                config.vendor(),
                keeper,
                keepers.all());
    }
}
