package net.bpsolutions.sending.verifier.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorrectionPropertiesTest {

    private static final String OWN = "clinic.example";
    private static final Survey NOTHING = new Survey(OWN, Map.of(), Map.of());

    @Property
    void onePutsTheIncludeWhereItCounts(@ForAll("records") SpfRecord record) {
        Assume.that(!reachesVendor(record));

        SpfRecord corrected = corrected(List.of(record));

        assertThat(corrected.isValid()).isTrue();
        assertThat(reachesVendor(corrected)).isTrue();
        assertThat(corrected.terms())
                .filteredOn(CorrectionPropertiesTest::isVendor)
                .hasSize(1);
    }

    @Property
    void oneKeepsEverythingElse(@ForAll("records") SpfRecord record) {
        Assume.that(!reachesVendor(record));

        SpfRecord corrected = corrected(List.of(record));

        assertThat(others(corrected)).isEqualTo(others(record));
        assertThat(corrected.all().map(Term::text)).isEqualTo(record.all().map(Term::text));
        assertThat(corrected.text())
                .hasSizeLessThanOrEqualTo(record.text().length() + " include:".length() + Clinic.VENDOR.length());
    }

    @Property
    void onePutsItJustBeforeTheLastAll(@ForAll("records") SpfRecord record) {
        Assume.that(!reachesVendor(record) && record.all().isPresent());

        List<Term> terms = corrected(List.of(record)).terms();

        int all = terms.indexOf(
                terms.stream().filter(term -> term.is(Mechanism.ALL)).toList().getLast());
        assertThat(isVendor(terms.get(all - 1))).isTrue();
    }

    @Property
    void isStable(@ForAll("several") List<SpfRecord> records) {
        SpfRecord corrected = corrected(records);

        assertThat(corrected(List.of(corrected))).isEqualTo(corrected);
    }

    @Property
    void severalBecomeOneThatSaysAll(@ForAll("several") List<SpfRecord> records) {
        Assume.that(records.size() > 1);

        SpfRecord merged = corrected(records);

        assertThat(merged.isValid()).isTrue();
        assertThat(reachesVendor(merged)).isTrue();
        assertThat(merged.terms())
                .filteredOn(CorrectionPropertiesTest::isVendor)
                .hasSize(1);
        assertThat(merged.terms()).extracting(Term::text).doesNotHaveDuplicates();
        assertThat(keys(merged))
                .containsAll(records.stream()
                        .flatMap(record -> keys(record).stream())
                        .toList());
    }

    @Property
    void severalBecomeNoStricter(@ForAll("several") List<SpfRecord> records) {
        Assume.that(records.size() > 1);

        Qualifier merged = meaning(corrected(records));

        Qualifier laxest = records.stream()
                .map(CorrectionPropertiesTest::meaning)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(merged).isLessThanOrEqualTo(laxest);
    }

    @Property
    void leavingOutRepetitionsChangesNoMeaning(@ForAll("records") SpfRecord record) {
        SpfRecord less = SpfRecord.read(new Correction(Clinic.VENDOR, OWN).withoutRepetitions(record))
                .orElseThrow();

        assertThat(less.isValid()).isTrue();
        assertThat(new ArrayList<>(keys(less))).doesNotHaveDuplicates();
        assertThat(keys(less)).containsAll(keys(record));
        assertThat(reachesVendor(less)).isEqualTo(reachesVendor(record));
    }

    @Provide
    Arbitrary<SpfRecord> records() {
        Arbitrary<String> terms = Arbitraries.of(
                "a",
                "+A",
                "mx/24",
                "ip4:192.0.2.1",
                "IP4:192.0.2.1",
                "-ip6:2001:db8::/32",
                "?exists:%{i}.a.example",
                "include:a.example",
                "~include:b.example",
                "ptr",
                "-all",
                "~all",
                "?ALL",
                "all",
                "+all",
                "ra=me",
                "moo=x",
                "include:spf.mandrillapp.com",
                "-include:spf.mandrillapp.com",
                "Include:SPF.mandrillapp.com.",
                "include:spf.mandrilapp.com",
                "include=spf.mandrillapp.com",
                "include:servers.mcsv.net",
                "a:spf.mandrillapp.com");
        Arbitrary<String> modifiers = Arbitraries.of(" redirect=r.example", " exp=e.example", " ", "   ", "");
        Arbitrary<String> spaces = Arbitraries.of(" ", "  ", "   ");
        Arbitrary<String> words = Combinators.combine(spaces, terms).as(String::concat);
        return Combinators.combine(
                        Arbitraries.of("v=spf1", "V=SPF1"), words.list().ofMaxSize(9), modifiers)
                .as((version, list, modifier) -> version + String.join("", list) + modifier)
                .map(text -> SpfRecord.read(text).orElseThrow());
    }

    @Provide
    Arbitrary<List<SpfRecord>> several() {
        return records().list().ofMinSize(1).ofMaxSize(3);
    }

    private static SpfRecord corrected(List<SpfRecord> records) {
        return Draft.of(records, OWN, Clinic.VENDOR).record().orElseThrow();
    }

    private static boolean reachesVendor(SpfRecord record) {
        return Reach.of(record, NOTHING, Clinic.VENDOR).filter(Reach::passes).isPresent();
    }

    private static boolean isVendor(Term term) {
        return term.includes(Clinic.VENDOR, OWN);
    }

    private static boolean isReplaced(Term term) {
        return isVendor(term) || new NearMiss(Clinic.VENDOR, OWN).isMisspelt(term);
    }

    /** Texts of what a correction has no reason to touch. */
    private static List<String> others(SpfRecord record) {
        return record.terms().stream()
                .filter(term -> !isReplaced(term) && !term.is(Mechanism.ALL))
                .map(Term::text)
                .toList();
    }

    /** Mechanisms other than {@code all} and the vendor's, without what makes no difference. */
    private static List<String> keys(SpfRecord record) {
        return record.terms().stream()
                .filter(Term.Directive.class::isInstance)
                .filter(term -> !isReplaced(term) && !term.is(Mechanism.ALL))
                .map(term -> term.text().toLowerCase(Locale.ROOT))
                .map(text -> text.startsWith("+") ? text.substring(1) : text)
                .toList();
    }

    private static Qualifier meaning(SpfRecord record) {
        return record.all().map(Term.Directive::qualifier).orElse(Qualifier.NEUTRAL);
    }
}
