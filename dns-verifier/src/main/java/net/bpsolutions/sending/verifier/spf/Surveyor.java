package net.bpsolutions.sending.verifier.spf;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/** Asks for whatever records lead to: level by level, each level at once, and not without end. */
final class Surveyor {

    /** Domains whose records are read: enough to see by how much a record exceeds the ten look-ups allowed. */
    static final int MOST_POLICIES = 20;

    /** Names whose addresses or exchanges are asked for; three that find nothing are too many already. */
    static final int MOST_HOSTS = 16;

    private static final int MOST_QUESTIONS_A_NAME = 3;

    private final Dns dns;
    private final String domain;
    private final List<SpfRecord> roots;
    private final Map<String, Policy> policies = new LinkedHashMap<>();

    private Surveyor(Dns dns, String domain, List<SpfRecord> roots) {
        this.dns = dns;
        this.domain = domain;
        this.roots = roots;
    }

    /** What {@code roots} lead to, records of {@code domain} as they are or might be. */
    static Uni<Survey> survey(Dns dns, String domain, List<SpfRecord> roots) {
        Surveyor surveyor = new Surveyor(dns, domain, roots);
        surveyor.policies.put(domain, new Policy.One(roots.getFirst()));
        Set<String> first = new LinkedHashSet<>();
        roots.forEach(root -> targets(root, domain).forEach(first::add));
        return surveyor.level(first).chain(surveyor::hosts);
    }

    private Uni<Map<String, Policy>> level(Set<String> names) {
        List<String> fresh = names.stream()
                .filter(name -> !policies.containsKey(name))
                .limit(MOST_POLICIES + 1L - policies.size())
                .toList();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(policies);
        }
        return Uni.join()
                .all(fresh.stream().map(this::policy).toList())
                .andFailFast()
                .chain(found -> {
                    Set<String> next = new LinkedHashSet<>();
                    for (int index = 0; index < fresh.size(); index++) {
                        policies.put(fresh.get(index), found.get(index));
                        targets(found.get(index), fresh.get(index)).forEach(next::add);
                    }
                    return level(next);
                });
    }

    private Uni<Policy> policy(String name) {
        return OwnerName.isValid(name)
                ? follow(new Question(name, RrType.TXT)).map(Policy::of)
                : Uni.createFrom().item(new Policy.None(false));
    }

    private Uni<Survey> hosts(Map<String, Policy> found) {
        List<Question> questions = Stream.concat(
                        roots.stream().flatMap(root -> questions(root, domain)),
                        found.entrySet().stream().flatMap(entry -> questions(entry.getValue(), entry.getKey())))
                .distinct()
                .limit(MOST_HOSTS)
                .toList();
        if (questions.isEmpty()) {
            return Uni.createFrom().item(new Survey(domain, found, Map.of()));
        }
        return Uni.join()
                .all(questions.stream()
                        .map(question -> follow(question).map(Trail::outcome))
                        .toList())
                .andFailFast()
                .map(answers -> {
                    Map<Question, Lookup> hosts = new LinkedHashMap<>();
                    for (int index = 0; index < questions.size(); index++) {
                        hosts.put(questions.get(index), answers.get(index));
                    }
                    return new Survey(domain, found, hosts);
                });
    }

    /** The CNAMEs of strangers are followed for a while. */
    private Uni<Trail> follow(Question first) {
        AtomicInteger left = new AtomicInteger(MOST_QUESTIONS_A_NAME);
        Dns brief = question -> left.getAndDecrement() > 0
                ? dns.lookup(question)
                : Uni.createFrom().item(new Lookup.Unavailable(Reason.SERVFAIL, ""));
        return Trails.follow(brief, first.name(), first.type());
    }

    private static Stream<Question> questions(Policy policy, String own) {
        return policy instanceof Policy.One(var record) ? questions(record, own) : Stream.empty();
    }

    private static Stream<Question> questions(SpfRecord record, String own) {
        return record.effective().stream()
                .map(term -> Survey.question(term, own))
                .flatMap(Optional::stream)
                .filter(question -> OwnerName.isValid(question.name()));
    }

    private static Stream<String> targets(Policy policy, String own) {
        return policy instanceof Policy.One(var record) ? targets(record, own) : Stream.empty();
    }

    private static Stream<String> targets(SpfRecord record, String own) {
        return record.effective().stream()
                .filter(term -> term.is(Mechanism.INCLUDE) || term.isRedirect())
                .map(term -> term.target(own))
                .flatMap(Optional::stream);
    }
}
